package dev.queuelab.producer;

import java.util.OptionalLong;

/**
 * How much is to be sent.
 *
 * @param messages in all; empty for no end
 * @param batchSize the most in one call
 */
record Quantity(OptionalLong messages, int batchSize) {

    /** How many messages the next batch may have; zero if there are enough. */
    int nextBatch(Tally tally) {
        long left = messages.orElse(Long.MAX_VALUE) - tally.of(Count.DRAFTED);
        return (int) Math.min(batchSize, left);
    }

    /** How many were to be sent and were not: of all, or of those written if there is no end. */
    long notSent(Tally tally) {
        return messages.orElse(tally.of(Count.DRAFTED)) - tally.of(Count.SENT);
    }

    /** "3 of 10", or "3" if there is no end. */
    String outOfAll(long some) {
        return messages.isPresent() ? some + " of " + messages.getAsLong() : Long.toString(some);
    }
}
