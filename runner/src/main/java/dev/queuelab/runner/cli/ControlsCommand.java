package dev.queuelab.runner.cli;

import dev.queuelab.lab.environment.Environment;
import dev.queuelab.lab.run.ScenarioRun;
import dev.queuelab.lab.run.ScenarioRunner;
import dev.queuelab.lab.runstore.Suite;
import dev.queuelab.report.results.JsonResults;
import dev.queuelab.report.results.Markdown;
import dev.queuelab.report.results.PlannedRun;
import dev.queuelab.report.results.ResultFile;
import dev.queuelab.scenarios.kit.Catalogue;
import dev.queuelab.scenarios.kit.Control;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

@Command(
        description = {
            "Proves that scenarios can fail: plays each with a protection taken out.",
            "Exactly the checks must fail that stand for that protection.",
            "Which protection is needed for what is told at the end, and kept beside the runs in",
            "controls.md and controls.json."
        },
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        sortOptions = false)
final class ControlsCommand implements Callable<Integer> {
    private final CommandContext lab;

    @Mixin
    private Selection selection;

    @Mixin
    private RunOptions options;

    @Mixin
    private ResultOptions results;

    @Spec
    private CommandSpec spec;

    ControlsCommand(CommandContext lab) {
        this.lab = lab;
    }

    @Override
    public Integer call() {
        List<Catalogue.Entry> entries = selection.entries().orElseGet(Catalogue::all);
        List<PlannedRun> planned = entries.stream()
                .flatMap(entry -> entry.create().get().controls().stream().map(control -> PlannedRun.of(entry, control)))
                .toList();
        ResultRecorder recorder = results.begin(
                "controls",
                planned,
                lab.clock(),
                new ResultFile(options.runs().resolve("controls.md"), Markdown::controls),
                new ResultFile(options.runs().resolve("controls.json"), JsonResults::text));
        return recorder.during(() -> play(entries, planned.size(), recorder));
    }

    private int play(List<Catalogue.Entry> entries, int plays, ResultRecorder recorder) {
        Suite suite = Suite.begin("controls", plays, lab.clock().instant());
        PrintWriter out = spec.commandLine().getOut();
        try (Environment environment = options.open(lab)) {
            ScenarioRunner player = options.player(lab, environment, Optional.of(suite), out);
            recorder.playing(environment, player);
            for (Catalogue.Entry entry : entries) {
                for (Control control : entry.create().get().controls()) {
                    Console console = new Console(out, options.verbose());
                    console.title(entry.name() + ", control " + control.name(), told(control));
                    ScenarioRun play = player.play(
                            entry,
                            Defaults.set(entry.create().get(), control.options()),
                            Optional.of(control),
                            console);
                    play.trouble().ifPresent(why -> console.step("it did not get to its end: " + why));
                    recorder.played(play);
                    out.println(SuiteConsole.line(recorder.results().last()));
                }
            }
        }
        SuiteConsole.tellControls(recorder.results(), out);
        return ExitCodes.of(recorder.results().verdict());
    }

    private static String told(Control control) {
        List<String> taken = new ArrayList<>(control.options());
        control.knobs().forEach((knob, value) -> taken.add(knob + "=" + value));
        return "with " + String.join(" ", taken) + ", \"" + String.join("\", \"", control.breaks()) + "\" must fail";
    }
}
