package dev.queuelab.lab.runstore;

import dev.queuelab.core.toolbox.AtomicFile;
import dev.queuelab.core.toolbox.FileErrors;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/**
 * Where a run leaves what it recorded: {@code runs/<time>-<scenario>/}. The methods name what is in it.
 *
 * @param path absolute
 */
public record RunFolder(Path path) {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss", Locale.ROOT).withZone(ZoneOffset.UTC);

    /** Makes a new folder under {@code runs}. */
    public static RunFolder create(Path runs, Instant now, String title) {
        try {
            Files.createDirectories(runs);
            RunFolder folder =
                    new RunFolder(newFolder(runs.toAbsolutePath().normalize(), TIME.format(now) + "-" + title));
            Files.createDirectory(folder.histories());
            Files.createDirectory(folder.logs());
            Files.createDirectory(folder.files());
            return folder;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot make a run folder in " + runs + ": " + FileErrors.reason(e), e);
        }
    }

    private static Path newFolder(Path runs, String name) throws IOException {
        for (int number = 1; ; number++) {
            try {
                return Files.createDirectory(runs.resolve(number == 1 ? name : name + "-" + number));
            } catch (FileAlreadyExistsException e) {
                // Another run of the same second has it: try the next number.
            }
        }
    }

    /** What this run's messages carry, and no other's. */
    public String runId() {
        return path.getFileName() + "-"
                + Long.toHexString(ProcessHandle.current().pid());
    }

    /** What the run was, a {@link RunInfo}. */
    public Path run() {
        return path.resolve("run.json");
    }

    /** How the run came out, a {@link RunOutcome}. */
    public Path verdict() {
        return path.resolve("verdict.json");
    }

    /** What was found on the stack when the play had ended, a {@link dev.queuelab.scenarios.check.StackSnapshot}. */
    public Path evidence() {
        return path.resolve("evidence.json");
    }

    /** Steps and checks, a {@link StepRecord} a line. */
    public Path steps() {
        return path.resolve("steps.jsonl");
    }

    /** The queues' depths, a {@link DepthSample} a line. */
    public Path depths() {
        return path.resolve("depth.jsonl");
    }

    /** What each process recorded, a file a process. */
    public Path histories() {
        return path.resolve("history");
    }

    public Path history(String process) {
        return histories().resolve(process + ".jsonl");
    }

    /** Every call that the gateway saw, a {@link dev.queuelab.gateway.history.CallFact} a line; none if it was not used. */
    public Path calls() {
        return path.resolve("calls.jsonl");
    }

    /** What the gateway decided about faults, a line a decision; none if it was not used. */
    public Path decisions() {
        return path.resolve("decisions.log");
    }

    /** What each process printed, a file a process. */
    public Path logs() {
        return path.resolve("logs");
    }

    public Path log(String process) {
        return logs().resolve(process + ".log");
    }

    /** Files that the scenario's processes shared. */
    public Path files() {
        return path.resolve("files");
    }

    public Path file(String name) {
        return files().resolve(name);
    }

    /** The scenario's tables, a file a table. */
    public Path tables() {
        return path.resolve("tables");
    }

    public Path table(String name) {
        return tables().resolve(name + ".json");
    }

    void write(Path file, Object document) {
        AtomicFile.write(file, StoreJson.document(document));
    }
}
