package dev.queuelab.runner.cli;

import dev.queuelab.core.process.ExitCode;
import dev.queuelab.lab.environment.Environment;
import dev.queuelab.lab.run.ScenarioRun;
import dev.queuelab.lab.run.ScenarioRunner;
import dev.queuelab.report.results.ConformanceScore;
import dev.queuelab.lab.runstore.Suite;
import dev.queuelab.scenarios.kit.Catalogue;
import dev.queuelab.scenarios.kit.Pace;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

@Command(
        description = {
            "Plays scenarios with your own consumer and keeps the score: held, broken, or not judged.",
            "Without names, those that end in seconds. docs/bring-your-own-consumer.md is the contract."
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
    private final CommandContext lab;

    @Mixin
    private Selection selection;

    @Mixin
    private RunOptions options;

    @Spec
    private CommandSpec spec;

    ConformanceCommand(CommandContext lab) {
        this.lab = lab;
    }

    @Override
    public Integer call() {
        if (!options.hasConsumer()) {
            throw new ParameterException(
                    spec.commandLine(), "expected " + ProgramOptions.CONSUMER_CMD + "=CMD, the consumer to be tried");
        }
        List<Catalogue.Entry> entries = selection.entries().orElseGet(ConformanceCommand::shortOnes);
        PrintWriter out = spec.commandLine().getOut();
        Suite suite = Suite.begin("conformance", entries.size(), lab.clock().instant());
        List<ScenarioRun> plays = new ArrayList<>();
        try (Environment environment = options.open(lab)) {
            ScenarioRunner player = options.player(lab, environment, Optional.of(suite), out);
            for (Catalogue.Entry entry : entries) {
                Console console = new Console(out, options.verbose());
                console.title(entry.name(), entry.claim());
                ScenarioRun play =
                        player.play(entry, Defaults.set(entry.create().get(), List.of()), Optional.empty(), console);
                console.verdict(play);
                plays.add(play);
            }
        }
        ConformanceScore score = ConformanceScore.of(plays);
        out.println();
        TextTable.lines(score.table()).forEach(out::println);
        out.println();
        out.println(score.line());
        return exitCode(score);
    }

    private static List<Catalogue.Entry> shortOnes() {
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
