package dev.queuelab.runner.cli;

import dev.queuelab.runner.environment.Environment;
import dev.queuelab.runner.play.ControlJudge;
import dev.queuelab.runner.play.Play;
import dev.queuelab.runner.play.Player;
import dev.queuelab.runner.report.Suite;
import dev.queuelab.scenarios.check.Judgement;
import dev.queuelab.scenarios.check.Verdict;
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
            "Exactly the checks must fail that stand for that protection."
        },
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        sortOptions = false)
final class ControlsCommand implements Callable<Integer> {
    private final Lab lab;

    @Mixin
    private Selection selection;

    @Mixin
    private RunOptions options;

    @Spec
    private CommandSpec spec;

    ControlsCommand(Lab lab) {
        this.lab = lab;
    }

    @Override
    public Integer call() {
        List<Catalogue.Entry> entries = selection.entries().orElseGet(Catalogue::all);
        int plays = entries.stream()
                .mapToInt(entry -> entry.create().get().controls().size())
                .sum();
        Suite suite = Suite.begin("controls", plays, lab.clock().instant());
        PrintWriter out = spec.commandLine().getOut();
        List<String> summary = new ArrayList<>();
        List<Verdict> verdicts = new ArrayList<>();
        try (Environment environment = options.open(lab)) {
            Player player = options.player(lab, environment, Optional.of(suite), out);
            for (Catalogue.Entry entry : entries) {
                for (Control control : entry.create().get().controls()) {
                    Console console = new Console(out, options.verbose());
                    console.title(entry.name() + ", control " + control.name(), told(control));
                    Play play = player.play(
                            entry,
                            Defaults.set(entry.create().get(), control.options()),
                            Optional.of(control),
                            console);
                    play.trouble().ifPresent(why -> console.step("it did not get to its end: " + why));
                    Judgement judgement = ControlJudge.judge(control, play);
                    verdicts.add(judgement.verdict());
                    summary.add(line(entry, control, judgement));
                    out.println(summary.get(summary.size() - 1));
                }
            }
        }
        out.println();
        summary.forEach(out::println);
        return ExitCodes.of(Verdict.worst(verdicts));
    }

    private static String told(Control control) {
        List<String> taken = new ArrayList<>(control.options());
        control.knobs().forEach((knob, value) -> taken.add(knob + "=" + value));
        return "with " + String.join(" ", taken) + ", \"" + String.join("\", \"", control.breaks()) + "\" must fail";
    }

    private static String line(Catalogue.Entry entry, Control control, Judgement judgement) {
        return Console.word(judgement.verdict(), 7) + " " + entry.name() + ", control " + control.name() + ": "
                + String.join("; ", judgement.findings());
    }
}
