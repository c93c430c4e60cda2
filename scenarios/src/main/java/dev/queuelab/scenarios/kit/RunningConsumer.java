package dev.queuelab.scenarios.kit;

/** A consumer that was started. */
public interface RunningConsumer {

    /** Waits until this consumer has begun, and is about to receive. */
    void awaitBegun();

    /** Waits until this consumer has received a message. */
    void awaitReceived();

    /** Waits until this consumer is at a message's work: it has looked whether it was done, and has not done it yet. */
    void awaitWorking();

    /** Waits until this consumer, which is set to crash, does. */
    void awaitCrash();

    /** Sends SIGSTOP: the consumer stands still, as in a long garbage collection, while its messages become visible. */
    void pause();

    /** Sends SIGCONT to a paused consumer: it goes on as if no time had passed. */
    void resume();

    /** Sends SIGTERM and waits for the consumer's exit. Its exit code is for checks to judge. */
    void terminate();

    /** Sends SIGKILL and waits for the consumer's end. */
    void kill();
}
