package dev.queuelab.runner.cli;

import dev.queuelab.core.history.Entry;
import dev.queuelab.core.history.History;
import dev.queuelab.core.history.HistoryReader;
import dev.queuelab.core.process.ExitCode;
import dev.queuelab.report.analysis.MessageFilter;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        description = "Prints what the processes of a run recorded, in order, also of a run that was killed.",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class)
final class HistoryCommand implements Callable<Integer> {
    private static final int MOST_NAMED = 10;

    @Parameters(
            paramLabel = "RUN",
            defaultValue = "runs/latest",
            description = "a run folder (default: ${DEFAULT-VALUE})")
    private Path run;

    @Option(
            names = "--message",
            paramLabel = "ID",
            description = "only one message's life, across processes; the beginning of its id is enough")
    private @Nullable String message;

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
        List<Entry> entries = message == null ? history.entries() : lifeOf(message, history);
        entries.forEach(entry -> out.println(line(entry)));
        history.torn().forEach(torn -> out.println("cut short: " + torn));
        boolean ended = Files.exists(run.resolve("verdict.json"));
        out.println(
                entries.size() + " facts" + (ended ? "" : "; the run has no verdict: it was killed, or still runs"));
        return ExitCode.OK;
    }

    private List<Entry> lifeOf(String beginning, History history) {
        MessageFilter filter = new MessageFilter(history.entries());
        List<String> ids = filter.idsLike(beginning);
        if (ids.size() == 1) {
            return filter.lifeOf(ids.get(0));
        }
        String shown = ids.isEmpty() ? told(filter.idsLike("")) : told(ids);
        throw new ParameterException(
                spec.commandLine(),
                ids.isEmpty()
                        ? run + " has no message '" + beginning + "': it has " + shown
                        : "'" + beginning + "' is the beginning of several ids: " + shown);
    }

    private static String told(List<String> ids) {
        if (ids.isEmpty()) {
            return "none";
        }
        String first = String.join(", ", ids.subList(0, Math.min(MOST_NAMED, ids.size())));
        return ids.size() > MOST_NAMED ? first + " and " + (ids.size() - MOST_NAMED) + " more" : first;
    }

    private static String line(Entry entry) {
        return entry.at() + " " + entry.process() + " " + entry.event();
    }
}
