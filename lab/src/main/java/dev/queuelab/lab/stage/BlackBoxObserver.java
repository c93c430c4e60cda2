package dev.queuelab.lab.stage;

import dev.queuelab.core.history.Event;
import dev.queuelab.lab.waiting.Wait;
import dev.queuelab.scenarios.check.Depth;
import java.time.Duration;

/** What the runner sees of a consumer that is not ours and may keep no history. */
final class BlackBoxObserver {
    /** A queue that was empty for so long stays empty: a wait for something to happen on it is in vain. */
    private static final Duration FOR_GOOD = Duration.ofSeconds(1);

    /** For a machine on which this program itself halts now and then. */
    private static final Duration MARGIN = Duration.ofSeconds(30);

    private final StageServices services;
    private final ConsumerHandle consumer;
    private final long startedNanos = System.nanoTime();
    private final LastingEmptiness emptiness = new LastingEmptiness();
    private boolean seenAtWork;

    BlackBoxObserver(StageServices services, ConsumerHandle consumer) {
        this.services = services;
        this.consumer = consumer;
    }

    /**
     * How many messages are in flight, which are the consumer's while no other is running.
     *
     * @throws UnfitConsumerException saying {@code otherwise} once the queue is empty, since then there is nothing to receive
     */
    long inFlight(String otherwise) {
        Depth depth = services.stack().depth();
        requireMore(depth, otherwise);
        return depth.inFlight();
    }

    /** @throws UnfitConsumerException saying {@code otherwise} once the queue is empty */
    void requireMore(String otherwise) {
        requireMore(services.stack().depth(), otherwise);
    }

    private void requireMore(Depth depth, String otherwise) {
        noteAtWork(depth);
        if (emptiness.isForGood(depth.total(), services.launcher().isProducing(), System.nanoTime(), forGood())) {
            throw new UnfitConsumerException(otherwise);
        }
    }

    private Duration forGood() {
        return FOR_GOOD.plus(services.run().environment().settling());
    }

    private void noteAtWork(Depth depth) {
        if (!seenAtWork && depth.inFlight() > 0 && consumer.process().isAlive() && isAttributable()) {
            seenAtWork = true;
            record(Event.QueueSeen.AT_WORK, depth);
        }
    }

    /** Records what the queue holds, where that says something about this consumer. */
    void look(String occasion) {
        if (isAttributable()) {
            record(occasion, services.stack().depth());
        }
    }

    /** Whether the queue's counts are exact, and no other consumer is running. */
    private boolean isAttributable() {
        return services.run().environment().settling().isZero()
                && services.fleet().isAlone(consumer);
    }

    private void record(String occasion, Depth depth) {
        services.record(
                new Event.QueueSeen(consumer.name(), occasion, depth.waiting() + depth.delayed(), depth.inFlight()));
    }

    /** Waits until a consumer that does not record its begin must have begun, or has ended. */
    void awaitBegun() {
        services.await(
                Wait.atMost(FOR_GOOD.plus(MARGIN), consumer.name() + " to begin"),
                () -> consumer.process().isAlive() ? System.nanoTime() - startedNanos : Long.MAX_VALUE,
                alive -> alive >= FOR_GOOD.toNanos());
    }
}
