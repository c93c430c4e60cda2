package dev.queuelab.runner.cli;

import dev.queuelab.lab.environment.Environment;
import dev.queuelab.lab.run.ScenarioRun;
import dev.queuelab.lab.run.ScenarioRunner;
import dev.queuelab.report.results.PlannedRun;
import dev.queuelab.scenarios.kit.Catalogue;
import dev.queuelab.scenarios.kit.Scenario;
import java.io.PrintWriter;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Plays one story; its own options are the story's. */
@Command(mixinStandardHelpOptions = true, versionProvider = Version.class, sortOptions = false)
final class ScenarioCommand implements Callable<Integer> {
    private final Catalogue.Entry entry;
    private final Scenario scenario;
    private final CommandContext lab;

    @Mixin
    private RunOptions options;

    @Mixin
    private ResultOptions results;

    @Spec
    private CommandSpec spec;

    private ScenarioCommand(Catalogue.Entry entry, Scenario scenario, CommandContext lab) {
        this.entry = entry;
        this.scenario = scenario;
        this.lab = lab;
    }

    static CommandLine commandLine(Catalogue.Entry entry, CommandContext lab) {
        Scenario scenario = entry.create().get();
        CommandLine command = new CommandLine(new ScenarioCommand(entry, scenario, lab));
        command.getCommandSpec().addMixin("story", CommandSpec.forAnnotatedObject(scenario));
        command.getCommandSpec().usageMessage().description(entry.claim());
        return command;
    }

    @Override
    public Integer call() {
        scenario.problem().ifPresent(problem -> {
            throw new ParameterException(spec.commandLine(), problem);
        });
        ResultRecorder recorder = results.begin(entry.name(), List.of(PlannedRun.of(entry)), lab.clock());
        return recorder.during(() -> play(recorder));
    }

    private int play(ResultRecorder recorder) {
        PrintWriter out = spec.commandLine().getOut();
        try (Environment environment = options.open(lab)) {
            ScenarioRunner player = options.player(lab, environment, Optional.empty(), out);
            recorder.playing(environment, player);
            Console console = new Console(out, options.verbose());
            console.title(entry.name(), entry.claim());
            ScenarioRun play = player.play(entry, scenario, Optional.empty(), console);
            console.verdict(play);
            recorder.played(play);
            return ExitCodes.of(play.verdict());
        }
    }
}
