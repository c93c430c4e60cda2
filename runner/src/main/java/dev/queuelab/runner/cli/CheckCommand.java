package dev.queuelab.runner.cli;

import dev.queuelab.lab.replay.NotReplayableException;
import dev.queuelab.lab.replay.Rejudgement;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        description = {
            "Judges a stored run again, from its folder alone: its story hands out its checks once more,",
            "over the histories and evidence.json. Nothing is started."
        },
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        footerHeading = "%nExit codes:%n",
        footer = {
            "  0    all checks passed, or were skipped for a reason that is told",
            "  1    a check failed",
            "  2    the command line was wrong, or there is no such run",
            "  3    it could not be judged"
        })
final class CheckCommand implements Callable<Integer> {
    @Parameters(
            paramLabel = "RUN",
            defaultValue = "runs/latest",
            description = "a run folder (default: ${DEFAULT-VALUE})")
    private Path run;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        try {
            Rejudgement judged = Rejudgement.of(run);
            tell(judged, out);
            return ExitCodes.of(judged.verdict());
        } catch (NotReplayableException e) {
            spec.commandLine().getErr().println("It cannot be judged again: " + e.getMessage());
            return ExitCodes.UNJUDGED;
        }
    }

    private void tell(Rejudgement judged, PrintWriter out) {
        Console console = new Console(out, false);
        console.title(
                judged.scenario()
                        + judged.control().map(name -> ", control " + name).orElse(""),
                judged.folder().toString());
        judged.results().forEach(console::checked);
        judged.trouble().ifPresent(why -> out.println("  the run did not get to its end: " + why));
        String now = Console.word(judged.verdict(), 0);
        out.println(judged.before()
                .map(before -> before.equals(judged.verdict().name())
                        ? now + ", as the run itself came out"
                        : now + "; the run itself came out " + before)
                .orElse(now + "; the run itself was killed before its verdict"));
    }
}
