package dev.queuelab.producer.sending;

/**
 * How a run ended.
 *
 * @param reason what to say about it
 * @param complete whether it did all that it was asked to do
 * @param notSent messages that were to be sent and are not known to be on the queue
 */
public record SendOutcome(String reason, boolean complete, long notSent) {
    public static final int ALL_SENT = 0;
    public static final int SOME_NOT_SENT = 1;

    /** The run came to its own end; single messages may have been given up. */
    public static SendOutcome done(SendBudget budget, SendCounters counters) {
        long notSent = budget.notSent(counters);
        return notSent == 0
                ? new SendOutcome("sent all", true, 0)
                : new SendOutcome(budget.outOfAll(notSent) + " messages were not sent", false, notSent);
    }

    /** The run was asked to stop. */
    public static SendOutcome stopped(SendBudget budget, SendCounters counters) {
        String sent = budget.outOfAll(counters.of(SendCount.SENT));
        return new SendOutcome("stopped after " + sent, false, budget.notSent(counters));
    }

    /** The queue takes no messages from us. */
    public static SendOutcome refused(String why, SendBudget budget, SendCounters counters) {
        long notSent = budget.notSent(counters);
        return new SendOutcome(why + "; " + budget.outOfAll(notSent) + " messages were not sent", false, notSent);
    }

    public int exitCode() {
        return notSent == 0 ? ALL_SENT : SOME_NOT_SENT;
    }
}
