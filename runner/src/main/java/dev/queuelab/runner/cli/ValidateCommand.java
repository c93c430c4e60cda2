package dev.queuelab.runner.cli;

import dev.queuelab.lab.environment.Environment;
import dev.queuelab.lab.environment.Stack;
import dev.queuelab.lab.validation.Validation;
import dev.queuelab.lab.validation.ValidationFinding;
import dev.queuelab.scenarios.check.Verdict;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        description = {
            "Checks that stacks are complete and as declared: queues, dead-letter queues and tables.",
            "It also reports how an endpoint differs from Amazon SQS; such a difference is no failure."
        },
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        sortOptions = false,
        footerHeading = "%nExit codes:%n",
        footer = {
            "  0    everything is as declared; SKIP is what this endpoint does not report, or does differently",
            "  1    something is not as declared",
            "  2    the command line was wrong",
            "  3    the environment is not there, or does not answer"
        })
final class ValidateCommand implements Callable<Integer> {
    private final CommandContext context;

    @Parameters(paramLabel = "STACKS", arity = "0..*", description = "which stacks (default: all)")
    private @Nullable List<String> names;

    @Mixin
    private EnvironmentOptions where;

    @Spec
    private CommandSpec spec;

    ValidateCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        try (Environment environment = where.open(context);
                Validation validation = new Validation(environment)) {
            List<Stack> stacks = chosen(environment.outputs().stacks());
            out.println("Queue Lab on " + environment.description());
            List<ValidationFinding> all = new ArrayList<>();
            for (Stack stack : stacks) {
                out.println();
                out.println(stack.key());
                print(validation.inspect(stack), all, out);
            }
            out.println();
            print(validation.capabilities(), all, out);
            out.println();
            out.println(summary(all));
            Verdict worst =
                    Verdict.worst(all.stream().map(ValidationFinding::verdict).toList());
            if (worst == Verdict.FAIL) {
                out.println("To mend what failed: " + environment.remedy());
            }
            return ExitCodes.of(worst);
        }
    }

    private List<Stack> chosen(Map<String, Stack> stacks) {
        if (names == null) {
            return List.copyOf(stacks.values());
        }
        return names.stream()
                .distinct()
                .map(name -> Optional.ofNullable(stacks.get(name))
                        .orElseThrow(() -> new ParameterException(
                                spec.commandLine(),
                                "There is no stack '" + name + "': expected some of "
                                        + String.join(", ", stacks.keySet()))))
                .toList();
    }

    private static void print(List<ValidationFinding> findings, List<ValidationFinding> all, PrintWriter out) {
        findings.forEach(finding -> out.println("  " + Console.coloured(finding.verdict(), word(finding.verdict()), 5)
                + " " + finding.subject() + " " + finding.text()));
        all.addAll(findings);
    }

    private static String word(Verdict verdict) {
        return verdict == Verdict.PASS ? "OK" : verdict.name();
    }

    private static String summary(List<ValidationFinding> all) {
        return String.format(
                Locale.ROOT,
                "%d checks: %d OK, %d FAIL, %d SKIP",
                all.size(),
                count(all, Verdict.PASS),
                count(all, Verdict.FAIL),
                count(all, Verdict.SKIP));
    }

    private static long count(List<ValidationFinding> all, Verdict verdict) {
        return all.stream().filter(finding -> finding.verdict() == verdict).count();
    }
}
