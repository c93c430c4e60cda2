package dev.queuelab.producer;

/**
 * How a run ended.
 *
 * @param reason what to say about it
 * @param complete whether it did all that it was asked to do
 * @param notSent messages that were to be sent and are not known to be on the queue
 */
record Ending(String reason, boolean complete, long notSent) {
    static final int ALL_SENT = 0;
    static final int SOME_NOT_SENT = 1;

    /** The run came to its own end; single messages may have been given up. */
    static Ending done(Quantity quantity, Tally tally) {
        long notSent = quantity.notSent(tally);
        return notSent == 0
                ? new Ending("sent all", true, 0)
                : new Ending(quantity.outOfAll(notSent) + " messages were not sent", false, notSent);
    }

    /** The run was asked to stop. */
    static Ending stopped(Quantity quantity, Tally tally) {
        String sent = quantity.outOfAll(tally.of(Count.SENT));
        return new Ending("stopped after " + sent, false, quantity.notSent(tally));
    }

    /** The queue takes no messages from us. */
    static Ending refused(String why, Quantity quantity, Tally tally) {
        long notSent = quantity.notSent(tally);
        return new Ending(why + "; " + quantity.outOfAll(notSent) + " messages were not sent", false, notSent);
    }

    int exitCode() {
        return notSent == 0 ? ALL_SENT : SOME_NOT_SENT;
    }
}
