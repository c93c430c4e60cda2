package dev.queuelab.runner.cli;

import dev.queuelab.core.process.ExitCode;
import dev.queuelab.lab.run.ScenarioRun;
import dev.queuelab.report.results.ConformanceScore;
import dev.queuelab.report.results.RunResult;
import dev.queuelab.scenarios.kit.Catalogue;
import dev.queuelab.scenarios.kit.Pace;
import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

@Command(
        description = {
            "Runs scenarios with your own consumer and keeps the score: held, broken, or not judged.",
            "Without names, it runs those that end in seconds. docs/bring-your-own-consumer.md is the contract."
        },
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        sortOptions = false,
        footerHeading = "%nExit codes:%n",
        footer = {
            "  0    all that could be judged held",
            "  1    a scenario was broken",
            "  2    the command line was wrong",
            "  3    none could be judged, or the environment is not there"
        })
final class ConformanceCommand implements Callable<Integer> {
    private final CommandContext context;

    @Mixin
    private Selection selection;

    /** A program that takes long to begin, on a machine that is busy with others, is not to be blamed for it. */
    @Option(
            names = "--jobs",
            paramLabel = "N",
            converter = NumberOption.Jobs.class,
            defaultValue = "1",
            description = "how many scenarios to run side by side, at least 1 (default: ${DEFAULT-VALUE})")
    private int jobs;

    @Mixin
    private RunOptions options;

    @Spec
    private CommandSpec spec;

    ConformanceCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() {
        if (!options.hasConsumer()) {
            throw new ParameterException(
                    spec.commandLine(), "expected " + ProgramOptions.CONSUMER_CMD + "=CMD, the consumer to be tried");
        }
        List<RunRequest> requests = selection.entries().orElseGet(ConformanceCommand::shortScenarios).stream()
                .map(RunRequest::of)
                .toList();
        PrintWriter out = spec.commandLine().getOut();
        List<ScenarioRun> runs = new RunLoop(context, options, out)
                .suite("conformance", requests, jobs).runs().stream()
                        .map(RunResult::run)
                        .toList();
        ConformanceScore score = ConformanceScore.of(runs);
        out.println();
        TextTable.lines(score.table()).forEach(out::println);
        out.println();
        out.println(score.line());
        return exitCode(score);
    }

    private static List<Catalogue.Entry> shortScenarios() {
        return Catalogue.all().stream()
                .filter(entry -> entry.pace() == Pace.SHORT)
                .toList();
    }

    private static int exitCode(ConformanceScore score) {
        if (score.broken() > 0) {
            return ExitCode.FAILED;
        }
        return score.held() > 0 ? ExitCode.OK : ExitCodes.UNJUDGED;
    }
}
