package dev.queuelab.lab.stage;

import dev.queuelab.core.history.Event;
import dev.queuelab.core.history.History;
import dev.queuelab.core.history.HistoryReader;
import dev.queuelab.core.process.ExitCode;
import dev.queuelab.lab.process.ChildProcess;
import dev.queuelab.lab.waiting.Wait;
import dev.queuelab.scenarios.kit.RunningConsumer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** A consumer as a child process: ours, or a program in its place, which may keep no history. */
final class ConsumerProcess implements RunningConsumer {
    /** A process starts, polls or stops well within this time, on a machine however busy. */
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    /** For its end after SIGTERM, besides its work: what Kubernetes and Amazon ECS grant by default. */
    private static final Duration GRACE = Duration.ofSeconds(30);

    /** Where nobody asks how it ends. */
    private static final Duration SHORT_GRACE = Duration.ofSeconds(5);

    /** Visibility timeouts that the work in hand may outlive. */
    private static final int SLOWNESS = 3;

    private final ScenarioStage stage;
    private final ChildProcess process;
    private final boolean foreign;
    private final BlackBoxObserver onlooker;
    private final long startedAtNanos = System.nanoTime();

    ConsumerProcess(ScenarioStage stage, ChildProcess process, boolean foreign) {
        this.stage = stage;
        this.process = process;
        this.foreign = foreign;
        this.onlooker = new BlackBoxObserver(stage, this);
    }

    @Override
    public String name() {
        return process.name();
    }

    boolean isAlive() {
        return process.isAlive();
    }

    long startedAtNanos() {
        return startedAtNanos;
    }

    /** What it has recorded so far; nothing before it has begun. */
    History history() {
        Path file = stage.scene().folder().history(name());
        return Files.exists(file) ? HistoryReader.readFile(file) : History.of(List.of());
    }

    /** Whether it is not ours and has recorded nothing so far. */
    boolean isSilent() {
        return foreign && history().entries().isEmpty();
    }

    @Override
    public void awaitBegun() {
        if (isSilent()) {
            onlooker.awaitBegun();
            return;
        }
        stage.await(
                Wait.atMost(PATIENCE, name() + " to begin"),
                () -> history().entries().size(),
                facts -> facts > 0);
    }

    @Override
    public void awaitReceived() {
        long received = stage.await(
                Wait.atMost(PATIENCE.plus(stage.visibilityTimeout()), name() + " to receive a message"),
                this::received,
                count -> count > 0);
        stage.scene().narrator().step(name() + " received " + received + (received == 1 ? " message" : " messages"));
    }

    private long received() {
        return isSilent()
                ? onlooker.inFlight(name() + " emptied the queue before it was seen at work, which was to take it a"
                        + " while: it does not honour SIDE_EFFECT_DELAY_SECONDS or a crash that it was set to")
                : history().all(Event.Received.class).count();
    }

    /** Waits for the end of a consumer that was {@link #signal signalled}; if it is ours, it must be with exit code 0. */
    void awaitStopped() {
        if (foreign) {
            int code = awaitExitOrKill(SHORT_GRACE);
            stage.scene()
                    .narrator()
                    .step(name() + " stopped" + (code == ExitCode.OK ? "" : ", with exit code " + code));
            return;
        }
        int code = awaitExit();
        if (code != ExitCode.OK) {
            throw new StageException(
                    name() + " was to stop with exit code 0, but ended with " + code + process.quotedTail());
        }
        stage.scene().narrator().step(name() + " stopped");
    }

    @Override
    public void awaitCrash() {
        if (foreign) {
            awaitForeignCrash();
        }
        int code = awaitExit(stage.toWorkOff());
        boolean crashed = foreign
                ? code != ExitCode.OK
                : code == ExitCode.FAILED
                        && history().all(Event.Crashed.class).findAny().isPresent();
        if (!crashed) {
            throw new StageException(name() + " was to crash, but ended with exit code " + code + process.quotedTail());
        }
        stage.scene().narrator().step(name() + " crashed, as it was to");
    }

    private void awaitForeignCrash() {
        stage.await(
                Wait.atMost(stage.toWorkOff(), name() + " to crash"),
                () -> {
                    if (isAlive()) {
                        onlooker.requireMore(name() + " emptied the queue and did not crash, as it was set to: it does"
                                + " not honour CRASH_AFTER_RECEIVE or CRASH_AFTER_SIDE_EFFECT");
                    }
                    return isAlive() ? "running" : "ended";
                },
                "ended"::equals);
    }

    @Override
    public void terminate() {
        signal();
        int code = awaitExitOrKill(GRACE);
        stage.scene().narrator().step(name() + " was sent SIGTERM, and exited with " + code);
    }

    @Override
    public void kill() {
        stage.chronicle().record(new Event.Signalled(name(), "KILL"));
        process.kill();
        awaitExit();
        stage.scene().narrator().step(name() + " was killed");
    }

    /** Sends SIGTERM. A consumer that has not begun would die of it as any process does, so it may begin first. */
    void signal() {
        awaitBegun();
        if (foreign) {
            onlooker.look(Event.QueueSeen.BEFORE_SIGNAL);
        }
        stage.chronicle().record(new Event.Signalled(name(), "TERM"));
        process.terminate();
    }

    /** One that does not end when it was told to is killed: what that says of it is for checks to judge. */
    private int awaitExitOrKill(Duration grace) {
        Duration limit = grace.plus(stage.visibilityTimeout().multipliedBy(SLOWNESS));
        if (!process.endsWithin(limit)) {
            stage.scene()
                    .narrator()
                    .step(name() + " did not end within " + limit.toSeconds() + " s of SIGTERM, so it is killed");
            stage.chronicle().record(new Event.Signalled(name(), "KILL"));
            process.kill();
        }
        return awaitExit();
    }

    private int awaitExit() {
        return awaitExit(PATIENCE.plus(stage.visibilityTimeout().multipliedBy(SLOWNESS)));
    }

    private int awaitExit(Duration limit) {
        int code = process.awaitExit(limit, stage.scene().narrator());
        stage.chronicle().record(new Event.Exited(name(), code));
        if (foreign) {
            onlooker.look(Event.QueueSeen.AFTER_END);
        }
        if (code != ExitCode.OK) {
            stage.openPolls().leftBy(history());
        }
        return code;
    }
}
