package dev.queuelab.scenarios.kit;

import java.time.Duration;

/** A fault of the gateway that has begun, and lasts until it is ended. */
public interface RunningOutage {

    /** Lets it last for so long, and until so many processes have met it. */
    void await(Duration atLeast, int processes);

    /** Ends it. */
    void end();

    /**
     * Waits until each process that met it goes on: by a receive, a send, or a call of a table or of the external service
     * that succeeds.
     *
     * @return whether they all do, within {@code atMost}
     */
    boolean awaitRecovery(Duration atMost);
}
