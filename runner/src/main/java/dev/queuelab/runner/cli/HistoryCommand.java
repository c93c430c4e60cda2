package dev.queuelab.runner.cli;

import dev.queuelab.core.history.Entry;
import dev.queuelab.core.history.History;
import dev.queuelab.core.history.HistoryReader;
import dev.queuelab.core.process.ExitCode;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        description = "Prints what the processes of a run recorded, in order, also of a run that was killed.",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class)
final class HistoryCommand implements Callable<Integer> {
    @Parameters(
            paramLabel = "RUN",
            defaultValue = "runs/latest",
            description = "a run folder (default: ${DEFAULT-VALUE})")
    private Path run;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        Path folder = run.resolve("history");
        if (!Files.isDirectory(folder)) {
            throw new ParameterException(spec.commandLine(), run + " is no run folder: it has no history in it");
        }
        PrintWriter out = spec.commandLine().getOut();
        History history = HistoryReader.readFolder(folder);
        history.entries().forEach(entry -> out.println(line(entry)));
        history.torn().forEach(torn -> out.println("cut short: " + torn));
        boolean ended = Files.exists(run.resolve("verdict.json"));
        out.println(history.entries().size() + " facts"
                + (ended ? "" : "; the run has no verdict: it was killed, or still runs"));
        return ExitCode.OK;
    }

    private static String line(Entry entry) {
        return entry.at() + " " + entry.process() + " " + entry.event();
    }
}
