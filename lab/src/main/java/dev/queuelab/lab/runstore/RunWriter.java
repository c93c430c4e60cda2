package dev.queuelab.lab.runstore;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.queuelab.core.toolbox.AtomicFile;
import dev.queuelab.core.toolbox.FileErrors;
import dev.queuelab.core.trace.QueueSettings;
import dev.queuelab.scenarios.check.StackSnapshot;
import dev.queuelab.scenarios.check.Table;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;

/** Writes the documents of one run as it goes on. */
public final class RunWriter {
    private final RunFolder folder;
    private RunInfo info;

    private RunWriter(RunFolder folder, RunInfo info) {
        this.folder = folder;
        this.info = info;
    }

    /** A run begins, and is the latest from now on. */
    public static RunWriter begin(RunFolder folder, RunInfo info, RunListener listener) {
        folder.write(folder.run(), info);
        LatestRun.pointAt(folder, listener);
        return new RunWriter(folder, info);
    }

    /** The queue's own settings are known. */
    public void queueIs(QueueSettings settings) {
        info = info.withQueue(settings);
        folder.write(folder.run(), info);
    }

    /** What was found on the stack; with the histories it is all that the checks judge. */
    public void found(StackSnapshot snapshot) {
        folder.write(folder.evidence(), snapshot);
    }

    /** The run is over. */
    public void end(RunOutcome outcome) {
        ObjectNode document = StoreJson.MAPPER.valueToTree(info);
        document.setAll(StoreJson.MAPPER.<ObjectNode>valueToTree(outcome));
        folder.write(folder.verdict(), document);
    }

    /** Keeps a table. */
    static void table(RunFolder folder, String name, Table table) {
        try {
            Files.createDirectories(folder.tables());
            AtomicFile.write(folder.table(name), StoreJson.line(table) + "\n");
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write to " + folder.tables() + ": " + FileErrors.reason(e), e);
        }
    }

    /** Writes objects to a new shared file, as JSON, one a line. */
    public static Path lines(RunFolder folder, String name, List<Map<String, Object>> objects) {
        try {
            return Files.write(
                    folder.file(name), objects.stream().map(StoreJson::line).toList(), StandardOpenOption.CREATE_NEW);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write to " + folder.files() + ": " + FileErrors.reason(e), e);
        }
    }
}
