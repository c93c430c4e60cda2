package dev.queuelab.scenarios.kit;

import dev.queuelab.scenarios.check.Messages;

/** A producer that sends on and on. */
public interface RunningProducer {

    /** Its name in the history. */
    String name();

    /** Tells it to stop, and waits for its end; returns all that it has sent. */
    Messages stop();
}
