package dev.queuelab.scenarios.kit;

/** A consumer that was started. */
public interface RunningConsumer {

    /** Waits until this consumer has begun, and is about to receive. */
    void awaitBegun();

    /** Waits until this consumer has received a message. */
    void awaitReceived();

    /** Waits until this consumer, which is set to crash, does. */
    void awaitCrash();

    /** Sends SIGTERM and waits for the consumer's exit. Its exit code is for checks to judge. */
    void terminate();

    /** Sends SIGKILL and waits for the consumer's end. */
    void kill();
}
