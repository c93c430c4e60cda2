package dev.queuelab.lab.runstore;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.queuelab.scenarios.check.Table;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Where a play leaves what it recorded: {@code runs/<time>-<scenario>/} with {@code history/}, {@code logs/}, {@code
 * tables/} where there are any, what was played in {@code run.json}, the story's steps, samples of the queues' depths,
 * and once it is over, {@code verdict.json} and {@code report.html}.
 *
 * @param path absolute
 * @param runId what this run's messages carry
 */
public record RunFolder(Path path, String runId) {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss").withZone(ZoneOffset.UTC);

    /** Makes a new folder under {@code runs}, and lets {@code runs/latest} point at it. */
    public static RunFolder create(Path runs, Instant now, String title) {
        String name = TIME.format(now) + "-" + title;
        try {
            Files.createDirectories(runs);
            Path path = newFolder(runs.toAbsolutePath().normalize(), name);
            Files.createDirectory(path.resolve("history"));
            Files.createDirectory(path.resolve("logs"));
            pointLatestAt(path);
            return new RunFolder(
                    path,
                    path.getFileName() + "-"
                            + Long.toHexString(ProcessHandle.current().pid()));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot make a run folder in " + runs + ": " + e, e);
        }
    }

    private static Path newFolder(Path runs, String name) throws IOException {
        for (int number = 1; ; number++) {
            Path path = runs.resolve(number == 1 ? name : name + "-" + number);
            try {
                return Files.createDirectory(path);
            } catch (FileAlreadyExistsException e) {
                // Another run of the same second has it: the next number.
            }
        }
    }

    /** Replaced in one step, so that whoever looks finds one run or the other. */
    private static void pointLatestAt(Path path) throws IOException {
        Path latest = path.resolveSibling("latest");
        Path next = path.resolveSibling("." + path.getFileName() + ".latest");
        Files.createSymbolicLink(next, path.getFileName());
        Files.move(next, latest, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    public Path histories() {
        return path.resolve("history");
    }

    public Path history(String process) {
        return histories().resolve(process + ".jsonl");
    }

    public Path log(String process) {
        return path.resolve("logs").resolve(process + ".log");
    }

    /** Writes a table to {@code tables/}, as JSON. */
    public void keep(String name, Table table) {
        try {
            Path tables = Files.createDirectories(tables());
            Files.writeString(tables.resolve(name + ".json"), JSON.writeValueAsString(table) + "\n");
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write to " + path + ": " + e, e);
        }
    }

    /** What the story drew from what happened, a table a file. */
    public Path tables() {
        return path.resolve("tables");
    }

    public Path run() {
        return path.resolve("run.json");
    }

    public Path verdict() {
        return path.resolve("verdict.json");
    }

    /** What was found on the stack when the checks were made. */
    public Path evidence() {
        return path.resolve("evidence.json");
    }

    /** The story's steps and checks, a JSON object a line. */
    public Path steps() {
        return path.resolve("steps.jsonl");
    }

    /** Samples of the queues' depths, a JSON object a line. */
    public Path depths() {
        return path.resolve("depth.jsonl");
    }

    /** Writes a document in one step: a reader finds all of it, or what was there before. */
    void writeWhole(Path file, ObjectNode document) {
        WholeFile.write(file, document.toPrettyString() + "\n");
    }

    /** Writes objects to a new file of this folder, as JSON, one a line. */
    public Path writeLines(List<Map<String, Object>> objects) {
        try {
            List<String> lines = new ArrayList<>();
            for (Map<String, Object> object : objects) {
                lines.add(JSON.writeValueAsString(object));
            }
            return Files.write(Files.createTempFile(path, "fields-", ".jsonl"), lines);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write to " + path + ": " + e, e);
        }
    }
}
