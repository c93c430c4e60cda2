package dev.queuelab.lab.runstore;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import dev.queuelab.lab.environment.Environment;
import dev.queuelab.scenarios.check.Check;
import dev.queuelab.scenarios.check.Judgement;
import dev.queuelab.scenarios.check.Verdict;
import dev.queuelab.scenarios.kit.Catalogue;
import dev.queuelab.scenarios.kit.Control;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What a play was, in {@code run.json} from its first moment, and how it came out, in {@code verdict.json} at its end.
 * A folder with the one and without the other is that of a play that was killed.
 */
public final class RunDocument {
    private static final ObjectMapper JSON = JsonMapper.builder()
            .addModule(new Jdk8Module())
            .defaultPropertyInclusion(
                    JsonInclude.Value.construct(JsonInclude.Include.NON_ABSENT, JsonInclude.Include.NON_ABSENT))
            .build();

    private final RunFolder folder;
    private final ObjectNode run;

    private RunDocument(RunFolder folder, ObjectNode run) {
        this.folder = folder;
        this.run = run;
    }

    /**
     * A play begins.
     *
     * @param options of the scenario, as a command line would set them
     */
    public static RunDocument begin(
            RunFolder folder,
            Catalogue.Entry scenario,
            List<String> options,
            Optional<Control> control,
            Environment environment,
            long seed,
            Invocation invocation,
            Instant begin) {
        ObjectNode run = JSON.createObjectNode()
                .put("format", 1)
                .put("run", folder.runId())
                .put("scenario", scenario.name())
                .put("claim", scenario.claim())
                .put("environment", environment.name())
                .put("where", environment.description())
                .put("seed", seed)
                .put("begun", begin.toString());
        run.set("options", JSON.valueToTree(options));
        run.set("command", JSON.valueToTree(invocation.command()));
        run.set("again", JSON.valueToTree(invocation.again(scenario.name(), control)));
        invocation.suite().ifPresent(suite -> run.set("suite", JSON.valueToTree(suite)));
        control.ifPresent(taken -> run.set("control", JSON.valueToTree(taken)));
        BuildInfo build = BuildInfo.read();
        run.put("commit", build.commit());
        run.putObject("versions")
                .put("Queue Lab", build.version())
                .put("Java", Runtime.version().toString())
                .put("System", System.getProperty("os.name") + " " + System.getProperty("os.arch"));
        RunDocument document = new RunDocument(folder, run);
        document.write();
        return document;
    }

    /** The stage is set: the queue's own settings are known. */
    public void staged(Duration visibilityTimeout, int maxReceiveCount) {
        run.putObject("queue")
                .put("visibilityTimeoutSeconds", visibilityTimeout.toSeconds())
                .put("maxReceiveCount", maxReceiveCount);
        write();
    }

    /**
     * The play is over.
     *
     * @param control what the play proves as a control, if it is one
     */
    public void end(
            Verdict verdict,
            List<Check.Result> results,
            Optional<String> trouble,
            Optional<Judgement> control,
            Duration took) {
        ObjectNode end = run.deepCopy().put("verdict", verdict.name()).put("seconds", took.toMillis() / 1000.0);
        trouble.ifPresent(why -> end.put("trouble", why));
        control.ifPresent(judgement -> end.set("controlJudgement", JSON.valueToTree(judgement)));
        var checks = end.putArray("checks");
        for (Check.Result result : results) {
            checks.addObject()
                    .put("check", result.check())
                    .put("verdict", result.verdict().name())
                    .set("findings", JSON.valueToTree(result.judgement().findings()));
        }
        folder.writeWhole(folder.verdict(), end);
    }

    private void write() {
        folder.writeWhole(folder.run(), run);
    }
}
