package dev.queuelab.producer.sending;

import java.util.OptionalLong;

/**
 * How much is to be sent.
 *
 * @param messages in all; empty for no end
 * @param batchSize the most in one call
 */
public record SendBudget(OptionalLong messages, int batchSize) {

    /** How many messages the next batch may have; zero if there are enough. */
    public int nextBatch(SendCounters counters) {
        long left = messages.orElse(Long.MAX_VALUE) - counters.of(SendCount.CREATED);
        return (int) Math.min(batchSize, left);
    }

    /** How many were to be sent and were not: of all, or of those written if there is no end. */
    public long notSent(SendCounters counters) {
        return messages.orElse(counters.of(SendCount.CREATED)) - counters.of(SendCount.SENT);
    }

    /** "3 of 10", or "3" if there is no end. */
    public String outOfAll(long some) {
        return messages.isPresent() ? some + " of " + messages.getAsLong() : Long.toString(some);
    }
}
