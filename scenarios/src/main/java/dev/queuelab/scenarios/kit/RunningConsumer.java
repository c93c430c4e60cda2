package dev.queuelab.scenarios.kit;

/** A consumer that was started. */
public interface RunningConsumer {

    /** Waits until this consumer has received a message. */
    void awaitReceived();

    /** Sends SIGTERM and waits for the consumer's exit, which must be with code 0. */
    void stop();
}
