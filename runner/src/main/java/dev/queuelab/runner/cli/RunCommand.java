package dev.queuelab.runner.cli;

import dev.queuelab.lab.environment.Environment;
import dev.queuelab.lab.run.ScenarioRun;
import dev.queuelab.lab.run.ScenarioRunner;
import dev.queuelab.lab.runstore.Suite;
import dev.queuelab.report.results.PlannedRun;
import dev.queuelab.scenarios.kit.Catalogue;
import dev.queuelab.scenarios.kit.Scenario;
import java.io.PrintWriter;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

@Command(
        description = "Runs scenarios, one after the other, with their options at their defaults.",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        sortOptions = false)
final class RunCommand implements Callable<Integer> {
    private final CommandContext lab;

    @Mixin
    private Selection selection;

    @Mixin
    private RunOptions options;

    @Mixin
    private ResultOptions results;

    @Spec
    private CommandSpec spec;

    RunCommand(CommandContext lab) {
        this.lab = lab;
    }

    @Override
    public Integer call() {
        List<Catalogue.Entry> entries = selection
                .entries()
                .orElseThrow(() -> new ParameterException(
                        spec.commandLine(), "expected names of scenarios, or one of --short, --long and --all"));
        List<PlannedRun> planned = entries.stream().map(PlannedRun::of).toList();
        ResultRecorder recorder = results.begin("run", planned, lab.clock());
        return recorder.during(() -> play(entries, recorder));
    }

    private int play(List<Catalogue.Entry> entries, ResultRecorder recorder) {
        PrintWriter out = spec.commandLine().getOut();
        Suite suite = Suite.begin("run", entries.size(), lab.clock().instant());
        try (Environment environment = options.open(lab)) {
            ScenarioRunner player = options.player(lab, environment, Optional.of(suite), out);
            recorder.playing(environment, player);
            for (Catalogue.Entry entry : entries) {
                Console console = new Console(out, options.verbose());
                console.title(entry.name(), entry.claim());
                Scenario scenario = Defaults.set(entry.create().get(), List.of());
                ScenarioRun play = player.play(entry, scenario, Optional.empty(), console);
                console.verdict(play);
                recorder.played(play);
            }
        }
        SuiteConsole.tellRun(recorder.results(), out);
        return ExitCodes.of(recorder.results().verdict());
    }
}
