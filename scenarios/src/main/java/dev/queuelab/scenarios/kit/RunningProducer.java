package dev.queuelab.scenarios.kit;

/** A producer that sends until it is stopped. */
public interface RunningProducer {

    /** Asks it to stop, and waits for its end. */
    void stop();
}
