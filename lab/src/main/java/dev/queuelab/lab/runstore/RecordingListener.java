package dev.queuelab.lab.runstore;

import dev.queuelab.lab.waiting.WaitProgress;
import dev.queuelab.scenarios.check.CheckOutcome;
import dev.queuelab.scenarios.check.Table;
import java.time.Clock;

/** Records steps, checks and tables in the run folder, then passes them on. */
public final class RecordingListener implements RunListener, AutoCloseable {
    private final RunFolder folder;
    private final JsonLinesWriter steps;
    private final RunListener next;
    private final Clock clock;

    public RecordingListener(RunFolder folder, RunListener next, Clock clock) {
        this.folder = folder;
        this.steps = JsonLinesWriter.create(folder.steps());
        this.next = next;
        this.clock = clock;
    }

    @Override
    public void step(String text) {
        steps.write(StepRecord.step(clock.instant(), text));
        next.step(text);
    }

    @Override
    public void checked(CheckOutcome outcome) {
        steps.write(StepRecord.check(clock.instant(), outcome));
        next.checked(outcome);
    }

    /** Each table is a file of its own. */
    @Override
    public void table(String name, Table table) {
        RunWriter.table(folder, name, table);
        next.table(name, table);
    }

    /** Not recorded: each child has a log of its own. */
    @Override
    public void childLine(String child, String line) {
        next.childLine(child, line);
    }

    /** Not recorded: nobody asks afterwards what a run waited for. */
    @Override
    public void waiting(WaitProgress wait) {
        next.waiting(wait);
    }

    @Override
    public void waited() {
        next.waited();
    }

    @Override
    public void close() {
        steps.close();
    }
}
