package dev.queuelab.runner.cli;

import dev.queuelab.lab.run.NotJudgeableException;
import dev.queuelab.lab.run.StoredRunJudge;
import dev.queuelab.lab.run.StoredRunJudge.Judgement;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        description = {
            "Judges a stored run again, from its folder alone.",
            "The scenario's checks look at the histories, evidence.json and the files that its processes shared."
                    + " Nothing is started."
        },
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        footerHeading = "%nExit codes:%n",
        footer = {
            "  0    all checks passed, or were skipped, with a reason",
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
            Judgement judgement = StoredRunJudge.judge(run);
            print(judgement, out);
            return ExitCodes.of(judgement.verdict());
        } catch (NotJudgeableException e) {
            spec.commandLine().getErr().println("It cannot be judged again: " + e.getMessage());
            return ExitCodes.UNJUDGED;
        }
    }

    private static void print(Judgement judgement, PrintWriter out) {
        Console console = new Console(out, false);
        console.title(
                judgement.scenario()
                        + judgement.control().map(name -> ", control " + name).orElse(""),
                judgement.folder().toString());
        judgement.checks().forEach(console::checked);
        judgement.trouble().ifPresent(why -> out.println("  the run did not get to its end: " + why));
        String now = Console.word(judgement.verdict(), 0);
        out.println(judgement
                .before()
                .map(before -> before == judgement.verdict()
                        ? now + ", the same as the run itself"
                        : now + "; the run itself was " + before)
                .orElse(now + "; the run itself was killed before its verdict"));
    }
}
