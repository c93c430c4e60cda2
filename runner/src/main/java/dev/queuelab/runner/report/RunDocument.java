package dev.queuelab.runner.report;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.queuelab.runner.environment.Environment;
import dev.queuelab.scenarios.check.Check;
import dev.queuelab.scenarios.check.Verdict;
import dev.queuelab.scenarios.kit.Control;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What a play was, in {@code run.json} from its first moment, and how it came out, in {@code verdict.json} at its end.
 * A folder with the one and without the other is that of a play that was killed.
 */
public final class RunDocument {
    private static final ObjectMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private final RunFolder folder;
    private final ObjectNode run;

    private RunDocument(RunFolder folder, ObjectNode run) {
        this.folder = folder;
        this.run = run;
    }

    public static RunDocument begin(
            RunFolder folder,
            String scenario,
            Optional<Control> control,
            Environment environment,
            long seed,
            List<String> commandLine,
            Instant begin) {
        ObjectNode run = JSON.createObjectNode()
                .put("format", 1)
                .put("run", folder.runId())
                .put("scenario", scenario)
                .put("environment", environment.name())
                .put("where", environment.description())
                .put("seed", seed)
                .put("begun", begin.toString());
        run.set("command", JSON.valueToTree(commandLine));
        control.ifPresent(taken ->
                run.putObject("control").put("name", taken.name()).set("knobs", JSON.valueToTree(taken.knobs())));
        RunDocument document = new RunDocument(folder, run);
        document.write("run.json", run);
        return document;
    }

    public void end(Verdict verdict, List<Check.Result> results, Optional<String> trouble, Duration took) {
        ObjectNode end = run.deepCopy().put("verdict", verdict.name()).put("seconds", took.toMillis() / 1000.0);
        trouble.ifPresent(why -> end.put("trouble", why));
        var checks = end.putArray("checks");
        for (Check.Result result : results) {
            checks.addObject()
                    .put("check", result.check())
                    .put("verdict", result.verdict().name())
                    .set("findings", JSON.valueToTree(result.judgement().findings()));
        }
        write("verdict.json", end);
    }

    /** In one step: a reader finds all of it or nothing. */
    private void write(String name, ObjectNode document) {
        Path file = folder.path().resolve(name);
        Path next = folder.path().resolve("." + name);
        try {
            Files.writeString(next, JSON.writeValueAsString(document) + "\n");
            Files.move(next, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + file + ": " + e, e);
        }
    }
}
