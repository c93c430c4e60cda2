package dev.queuelab.scenarios.kit;

import dev.queuelab.core.call.ProtocolCall;
import java.time.Duration;
import java.util.List;

/** A consumer that was started. */
public interface RunningConsumer {

    /** Waits until this consumer has begun: where the gateway sees its calls, until it has asked for messages. */
    void awaitBegun();

    /** Waits until this consumer has received a message. */
    void awaitReceived();

    /** Waits until messages were delivered to this consumer so many times. */
    void awaitReceived(int deliveries);

    /** Waits until this consumer is at a message's work: it has looked whether it was done, and has not done it yet. */
    void awaitWorking();

    /**
     * The calls that it has made about the first message it received, in order, as the gateway has seen them. They are
     * recorded, so that checks know them, too.
     */
    List<ProtocolCall> callsAboutFirstMessage();

    /** Whether the gateway has seen it call DynamoDB. */
    boolean callsTables();

    /** Waits until a call of this consumer was broken, as it is to be. */
    void awaitBroken();

    /** Waits for the end of this consumer, which was sent SIGTERM. Its exit code is for checks to judge. */
    void awaitStopped();

    /**
     * Waits until this consumer has decided what to do with a message that it received: it has begun its work, has found
     * it done, or leaves it to somebody else.
     */
    void awaitDecided();

    /**
     * Waits until this consumer is at a message's work now, for however often it was before. A moment later it may be done
     * with it.
     */
    void awaitBusy();

    /** Waits until this consumer has performed a message's effect. */
    void awaitPerformed();

    /** Waits until this consumer, which is set to crash, does. */
    void awaitCrash();

    /** Sends SIGSTOP: the consumer stands still, as in a long garbage collection, while its messages become visible. */
    void pause();

    /** Sends SIGCONT to a paused consumer: it goes on as if no time had passed. */
    void resume();

    /**
     * Waits until this consumer, which was resumed, is done with what it holds: until it asks for messages again. Does not
     * wait where nobody sees when it does, and gives up after a while.
     */
    void awaitNextReceive();

    /** Sends SIGTERM, and does not wait for the consumer's end: {@link #awaitEnd} does. */
    void askToStop();

    /** Waits for the end of this consumer, as {@link #terminate} does. */
    void awaitEnd();

    /** Sends SIGTERM and waits for the consumer's exit. Its exit code is for checks to judge. */
    void terminate();

    /**
     * Sends SIGTERM, and SIGKILL if the consumer has not ended within this time; as an orchestrator does, whose grace period
     * it is. How it ended is for checks to judge.
     */
    void terminate(Duration grace);

    /** Sends SIGKILL and waits for the consumer's end. */
    void kill();
}
