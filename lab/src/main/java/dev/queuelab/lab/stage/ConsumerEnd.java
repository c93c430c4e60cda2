package dev.queuelab.lab.stage;

import dev.queuelab.core.history.Event;
import dev.queuelab.core.toolbox.Seconds;
import dev.queuelab.lab.process.ChildProcess;
import java.time.Duration;

/** Ends a consumer by signals, and records how it ended. */
final class ConsumerEnd {
    private final StageServices services;
    private final ConsumerHandle handle;
    private final ChildProcess process;
    private final BlackBoxObserver observer;

    ConsumerEnd(StageServices services, ConsumerHandle handle, BlackBoxObserver observer) {
        this.services = services;
        this.handle = handle;
        this.process = handle.process();
        this.observer = observer;
    }

    /** Sends SIGTERM. */
    void terminate() {
        services.record(new Event.Signalled(handle.name(), "TERM"));
        process.terminate();
    }

    /** Sends SIGKILL, and waits for its end. */
    void kill(Duration patience) {
        signalKill();
        await(patience);
    }

    private void signalKill() {
        services.record(new Event.Signalled(handle.name(), "KILL"));
        process.kill();
    }

    /**
     * Waits for its end after SIGTERM. One that does not end within its grace is killed: what that says about it is for
     * checks to judge.
     */
    int awaitOrKill(Duration grace, Duration patience) {
        if (!process.endsWithin(grace)) {
            services.step(
                    handle.name() + " did not end within " + Seconds.format(grace) + " s of SIGTERM, so it is killed");
            signalKill();
        }
        return await(patience);
    }

    /** Waits for its end, and returns its exit code. */
    int await(Duration patience) {
        int code = process.awaitExit(patience, services.run().listener());
        services.record(new Event.Exited(handle.name(), code));
        if (handle.foreign()) {
            observer.look(Event.QueueSeen.AFTER_END);
        }
        services.orphanedPolls().leftBy(handle);
        return code;
    }
}
