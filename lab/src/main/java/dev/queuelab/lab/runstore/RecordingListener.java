package dev.queuelab.lab.runstore;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.queuelab.lab.waiting.WaitProgress;
import dev.queuelab.scenarios.check.Check;
import dev.queuelab.scenarios.check.Table;
import java.time.Clock;

/** Writes steps and checks down in the run folder before they are told, so that a report can tell them as well. */
public final class RecordingListener implements RunListener, AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final RunFolder folder;
    private final LineFile file;
    private final RunListener told;
    private final Clock clock;

    public RecordingListener(RunFolder folder, RunListener told, Clock clock) {
        this.folder = folder;
        this.file = LineFile.begin(folder.steps());
        this.told = told;
        this.clock = clock;
    }

    @Override
    public void step(String text) {
        file.write(line().put("step", text));
        told.step(text);
    }

    @Override
    public void checked(Check.Result result) {
        ObjectNode line = line().put("check", result.check())
                .put("verdict", result.verdict().name());
        line.set("findings", JSON.valueToTree(result.judgement().findings()));
        file.write(line);
        told.checked(result);
    }

    /** Kept as a file of its own. */
    @Override
    public void shown(String name, Table table) {
        folder.keep(name, table);
        told.shown(name, table);
    }

    /** Not written: each child has a log of its own. */
    @Override
    public void childLine(String child, String line) {
        told.childLine(child, line);
    }

    /** Not written: what is waited for is of no more interest when it has come. */
    @Override
    public void waiting(WaitProgress wait) {
        told.waiting(wait);
    }

    @Override
    public void waited() {
        told.waited();
    }

    private ObjectNode line() {
        return JSON.createObjectNode().put("at", clock.instant().toString());
    }

    @Override
    public void close() {
        file.close();
    }
}
