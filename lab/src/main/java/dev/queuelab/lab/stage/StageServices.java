package dev.queuelab.lab.stage;

import dev.queuelab.core.history.Event;
import dev.queuelab.core.history.History;
import dev.queuelab.core.history.HistoryFile;
import dev.queuelab.core.history.HistoryReader;
import dev.queuelab.core.trace.QueueSettings;
import dev.queuelab.lab.process.Children;
import dev.queuelab.lab.process.Programs;
import dev.queuelab.lab.waiting.Wait;
import dev.queuelab.lab.wire.RunGateway;
import dev.queuelab.scenarios.check.WireEvidence;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Predicate;

/** What the parts of a stage share: the run, its stack, its processes, and how to wait and to report. */
final class StageServices implements AutoCloseable {
    private static final String RUNNER = "runner";
    private static final Duration TO_DRAIN = Duration.ofSeconds(60);
    private static final int MIN_MESSAGES_PER_SECOND = 10;

    private final RunContext run;
    private final StackView stack;
    private final Optional<RunGateway> gateway;
    private final Children children = new Children();
    private final ProcessLauncher launcher;
    private final HistoryFile history;
    private final HistoryReader histories;
    private final OrphanedPolls orphanedPolls = new OrphanedPolls();
    private final Fleet fleet = new Fleet();
    private final Liveness liveness = new Liveness(fleet::all, this::record);

    StageServices(RunContext run, Programs programs, StackView stack, Optional<RunGateway> gateway) {
        this.run = run;
        this.stack = stack;
        this.gateway = gateway;
        this.launcher = new ProcessLauncher(run, programs, children, gateway);
        this.histories = new HistoryReader(run.folder().histories());
        this.history = HistoryFile.begin(run.folder().history(RUNNER), RUNNER, run.clock());
    }

    RunContext run() {
        return run;
    }

    StackView stack() {
        return stack;
    }

    /** What the processes' calls pass, if they do. */
    Optional<RunGateway> gateway() {
        return gateway;
    }

    QueueSettings queue() {
        return stack.queueSettings();
    }

    ProcessLauncher launcher() {
        return launcher;
    }

    OrphanedPolls orphanedPolls() {
        return orphanedPolls;
    }

    Fleet fleet() {
        return fleet;
    }

    /** Reports a step of the play. */
    void step(String text) {
        run.listener().step(text);
    }

    /** Records a fact in the runner's own history of this run. */
    void record(Event event) {
        history.record(event);
    }

    /** The histories that the processes of this run write. */
    HistoryReader histories() {
        return histories;
    }

    /** What all processes recorded so far; of those that record nothing, what the gateway has seen. */
    History history() {
        History recorded = histories.read();
        return gateway.map(RunGateway::history)
                .map(seen -> new WireEvidence(seen.history(), seen.disturbed()).completing(recorded))
                .orElse(recorded);
    }

    /** Whether consumers go on. */
    Liveness liveness() {
        return liveness;
    }

    /** Waits, and gives up at once when a child ends unasked. */
    <T> T await(Wait wait, Callable<T> look, Predicate<T> good) {
        return wait.until(
                () -> {
                    liveness.requireUp();
                    children.requireWell();
                    return look.call();
                },
                good,
                run.listener());
    }

    /** How long it may take to process all that was sent, redeliveries included, on however busy a machine. */
    Duration timeToDrain() {
        long sent = history().all(Event.Sent.class).count();
        return TO_DRAIN.plus(queue().visibilityTimeout().multipliedBy(queue().maxReceiveCount() + 2L))
                .plusSeconds(sent / MIN_MESSAGES_PER_SECOND);
    }

    /** Ends all processes; the stack is left as it is. */
    void endProcesses() {
        children.close();
    }

    @Override
    public void close() {
        history.close();
        gateway.ifPresent(RunGateway::close);
        stack.close();
    }
}
