package dev.queuelab.runner.cli;

import dev.queuelab.core.aws.AwsAccess;
import dev.queuelab.core.process.ExitCode;
import dev.queuelab.core.toolbox.Text;
import dev.queuelab.lab.environment.Environment;
import dev.queuelab.lab.environment.EnvironmentException;
import dev.queuelab.lab.environment.Stack;
import dev.queuelab.lab.triage.Triage;
import dev.queuelab.lab.triage.TriageGroup;
import dev.queuelab.scenarios.check.Table;
import dev.queuelab.scenarios.kit.FailureReason;
import dev.queuelab.scenarios.kit.TriageRules;
import java.io.PrintWriter;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        description = "Looks into a stack's dead-letter queue, and sends back what a fix has cured.",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        synopsisSubcommandLabel = "inspect|redrive")
final class DlqCommand implements Runnable {
    private static final int MOST_NAMED = 3;
    private static final int LONGEST_NAME = 40;

    private final CommandContext context;

    @Spec
    private CommandSpec spec;

    DlqCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "expected one of inspect and redrive");
    }

    @Command(
            description = {
                "Prints what is there by reason, and leaves it there. SQS keeps no reason: it is what the message shows.",
                "To look is to receive, so each look raises the receive counts by one."
            },
            mixinStandardHelpOptions = true,
            versionProvider = Version.class)
    int inspect(
            @Parameters(paramLabel = "STACK", description = "whose dead-letter queue") String stack,
            @Mixin TriageOptions reasons,
            @Mixin EnvironmentOptions where) {
        return with(stack, where, reasons.rules(context.clock().instant()), triage -> {
            print(triage.inspect());
            return ExitCode.OK;
        });
    }

    @Command(
            description = {
                "Sends the dead letters with these reasons to the queue again, with the same body and attributes, and deletes"
                        + " them from the dead-letter queue.",
                "The others stay. What is sent has a new MessageId, and is as old as its new sending."
            },
            mixinStandardHelpOptions = true,
            versionProvider = Version.class)
    int redrive(
            @Parameters(paramLabel = "STACK", description = "whose dead-letter queue") String stack,
            @Option(
                            names = "--reason",
                            paramLabel = "REASON",
                            required = true,
                            split = ",",
                            converter = TriageOptions.Reason.class,
                            description =
                                    "which ones, such as transient; several with commas: undecodable, poison, schema,"
                                            + " stale, transient")
                    List<FailureReason> which,
            @Option(names = "--dry-run", description = "print what would go, and move nothing") boolean dryRun,
            @Option(
                            names = "--rate",
                            paramLabel = "N",
                            defaultValue = "0",
                            converter = TriageOptions.Rate.class,
                            description = "at most so many a second, 0 to 500; 0: as fast as possible (default:"
                                    + " ${DEFAULT-VALUE})")
                    int rate,
            @Mixin TriageOptions reasons,
            @Mixin EnvironmentOptions where) {
        Set<FailureReason> chosen = EnumSet.copyOf(which);
        Optional<String> missing = reasons.missing(chosen);
        if (missing.isPresent()) {
            throw new ParameterException(spec.commandLine(), missing.get());
        }
        return with(stack, where, reasons.rules(context.clock().instant()), triage -> {
            if (dryRun) {
                dryRun(triage.inspect(), chosen);
            } else {
                Triage.Redriven redriven = triage.redrive(chosen, rate);
                out().println(redriven.moved() + " sent back, " + redriven.kept() + " stay");
            }
            return ExitCode.OK;
        });
    }

    private void dryRun(List<TriageGroup> groups, Set<FailureReason> chosen) {
        print(groups);
        int all = groups.stream().mapToInt(group -> group.names().size()).sum();
        int going = groups.stream()
                .filter(group -> chosen.contains(group.reason()))
                .mapToInt(group -> group.names().size())
                .sum();
        out().println(going + " would be sent back, " + (all - going) + " would stay; nothing was moved");
    }

    private int with(String key, EnvironmentOptions where, TriageRules rules, Function<Triage, Integer> action) {
        try (Environment environment = where.open(context);
                AwsAccess aws = environment.access()) {
            requireKept(environment);
            return action.apply(Triage.of(stack(key, environment.outputs().stacks()), aws, rules));
        }
    }

    private static void requireKept(Environment environment) {
        if (!environment.shared()) {
            throw new EnvironmentException("no sandbox is kept up, and one for this command alone has no dead letters:"
                    + " `make sandbox-up` keeps one up for runs and for this; --outputs and --environment name other"
                    + " stacks");
        }
    }

    private Stack stack(String key, Map<String, Stack> stacks) {
        return Optional.ofNullable(stacks.get(key))
                .orElseThrow(() -> new ParameterException(
                        spec.commandLine(),
                        "There is no stack '" + Text.printable(key) + "': expected one of "
                                + String.join(", ", stacks.keySet())));
    }

    private void print(List<TriageGroup> groups) {
        if (groups.isEmpty()) {
            out().println("The dead-letter queue is empty.");
            return;
        }
        List<List<String>> rows = groups.stream().map(DlqCommand::row).toList();
        TextTable.lines(new Table(List.of("reason", "count", "received", "which"), rows))
                .forEach(out()::println);
    }

    private static List<String> row(TriageGroup group) {
        String names = group.names().stream()
                .limit(MOST_NAMED)
                .map(name -> Text.printable(Text.truncate(name, LONGEST_NAME)))
                .collect(Collectors.joining(", "));
        int more = group.names().size() - MOST_NAMED;
        return List.of(
                group.reason().label(),
                Integer.toString(group.names().size()),
                group.receives(),
                names + (more > 0 ? " and " + more + " more" : ""));
    }

    private PrintWriter out() {
        return spec.commandLine().getOut();
    }
}
