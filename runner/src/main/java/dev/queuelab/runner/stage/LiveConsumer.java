package dev.queuelab.runner.stage;

import dev.queuelab.core.history.Event;
import dev.queuelab.core.history.History;
import dev.queuelab.core.history.HistoryReader;
import dev.queuelab.core.process.ExitCode;
import dev.queuelab.runner.process.ChildProcess;
import dev.queuelab.runner.time.Wait;
import dev.queuelab.scenarios.kit.RunningConsumer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** A consumer as a child process. */
final class LiveConsumer implements RunningConsumer {
    /** A process starts, polls or stops well within this time, on a machine however busy. */
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    /** Visibility timeouts that the work in hand may outlive. */
    private static final int SLOWNESS = 3;

    private final LiveStage stage;
    private final ChildProcess process;

    LiveConsumer(LiveStage stage, ChildProcess process) {
        this.stage = stage;
        this.process = process;
    }

    @Override
    public String name() {
        return process.name();
    }

    /** What it has recorded so far; nothing before it has begun. */
    History history() {
        Path file = stage.scene().folder().history(name());
        return Files.exists(file) ? HistoryReader.readFile(file) : History.of(List.of());
    }

    @Override
    public void awaitBegun() {
        stage.await(
                Wait.atMost(PATIENCE, name() + " to begin"),
                () -> history().all(Event.Started.class).count(),
                started -> started > 0);
    }

    @Override
    public void awaitReceived() {
        long received = stage.await(
                Wait.atMost(PATIENCE.plus(stage.visibilityTimeout()), name() + " to receive a message"),
                () -> history().all(Event.Received.class).count(),
                count -> count > 0);
        stage.scene().narrator().step(name() + " received " + received + (received == 1 ? " message" : " messages"));
    }

    /** Waits for the end of a consumer that was {@link #signal signalled}; it must be with exit code 0. */
    void awaitStopped() {
        int code = awaitExit();
        if (code != ExitCode.OK) {
            throw new StageException(
                    name() + " was to stop with exit code 0, but ended with " + code + process.quotedTail());
        }
        stage.scene().narrator().step(name() + " stopped");
    }

    @Override
    public void awaitCrash() {
        int code = awaitExit();
        boolean crashed = history().all(Event.Crashed.class).findAny().isPresent();
        if (code != ExitCode.FAILED || !crashed) {
            throw new StageException(name() + " was to crash, but ended with exit code " + code + process.quotedTail());
        }
        stage.scene().narrator().step(name() + " crashed, as it was to");
    }

    @Override
    public void terminate() {
        signal();
        int code = awaitExit();
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
        stage.chronicle().record(new Event.Signalled(name(), "TERM"));
        process.terminate();
    }

    int awaitExit() {
        int code = process.awaitExit(
                PATIENCE.plus(stage.visibilityTimeout().multipliedBy(SLOWNESS)),
                stage.scene().narrator());
        stage.chronicle().record(new Event.Exited(name(), code));
        if (code != ExitCode.OK) {
            stage.openPolls().leftBy(history());
        }
        return code;
    }
}
