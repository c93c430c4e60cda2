package dev.queuelab.consumer;

import java.util.List;

/** Works on the messages that are received. */
interface Workers {

    /**
     * How the work stands.
     *
     * @param processed messages that need not come back, so far
     * @param inHand messages of which it is not yet known whether they need to come back
     * @param room how many more may be received now
     * @param lastEndNanos when work on a message last ended, or when this began, in the loop's time
     */
    record Standing(int processed, int inHand, int room, long lastEndNanos) {}

    /** Throws what made the work on a message end, if that is to end the process. */
    Standing standing();

    /** Takes messages that were received together; where several threads receive, on any of them. */
    void take(List<Delivery> batch);

    /** Waits until the work stands otherwise than it was seen to. */
    void awaitChange(Standing seen);

    /** Returns once nothing is in hand. What was not begun when the end is requested is handed back. */
    void finish();
}
