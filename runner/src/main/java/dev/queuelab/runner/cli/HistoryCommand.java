package dev.queuelab.runner.cli;

import dev.queuelab.core.history.Entry;
import dev.queuelab.core.history.Event;
import dev.queuelab.core.history.History;
import dev.queuelab.core.history.HistoryReader;
import dev.queuelab.core.process.ExitCode;
import dev.queuelab.core.toolbox.Text;
import dev.queuelab.lab.runstore.RunFolder;
import dev.queuelab.lab.runstore.StoredRun;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        description = {"Prints what the processes of a run recorded, in order. It also works for a run that was killed."
        },
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
            description = {
                "only the events of one message, across processes;",
                "the beginning of its id or of its SQS MessageId is enough"
            })
    private @Nullable String message;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        RunFolder folder = StoredRun.find(run);
        if (!Files.isDirectory(folder.histories())) {
            throw new ParameterException(spec.commandLine(), run + " has no history/: its run recorded nothing");
        }
        PrintWriter out = spec.commandLine().getOut();
        History history = HistoryReader.readFolder(folder.histories());
        List<Entry> entries = message == null ? history.entries() : eventsOf(message, history);
        entries.forEach(entry -> out.println(line(entry)));
        history.torn().forEach(torn -> out.println("cut short: " + Text.printable(torn)));
        boolean ended = Files.exists(folder.verdict());
        out.println(
                entries.size() + " events" + (ended ? "" : "; the run has no verdict: it was killed, or is not over"));
        return ExitCode.OK;
    }

    private List<Entry> eventsOf(String beginning, History history) {
        MessageIds ids = MessageIds.in(history);
        Set<String> matching = ids.startingWith(beginning);
        if (matching.size() == 1) {
            String id = matching.iterator().next();
            return history.entries().stream()
                    .filter(entry -> entry.event() instanceof Event.OfMessage fact
                            && fact.id().equals(id))
                    .toList();
        }
        throw new ParameterException(
                spec.commandLine(),
                matching.isEmpty()
                        ? run + " has no message '" + Text.printable(beginning) + "': it has " + firstOf(ids.all())
                        : "'" + Text.printable(beginning) + "' is the beginning of several ids: " + firstOf(matching));
    }

    private static String firstOf(Set<String> ids) {
        if (ids.isEmpty()) {
            return "none";
        }
        String first = String.join(
                ", ", ids.stream().limit(MOST_NAMED).map(Text::printable).toList());
        return ids.size() > MOST_NAMED ? first + " and " + (ids.size() - MOST_NAMED) + " more" : first;
    }

    private static String line(Entry entry) {
        return entry.at() + " " + Text.printable(entry.process() + " " + entry.event());
    }
}
