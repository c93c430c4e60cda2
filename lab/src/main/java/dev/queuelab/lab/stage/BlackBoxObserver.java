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
    private long emptySinceNanos;
    private boolean empty;

    BlackBoxObserver(StageServices services, ConsumerHandle consumer) {
        this.services = services;
        this.consumer = consumer;
    }

    /**
     * How many messages are in flight, which are the consumer's while no other is running.
     *
     * @throws StageException saying {@code otherwise} once the queue is empty, since then there is nothing to receive
     */
    long inFlight(String otherwise) {
        Depth depth = services.stack().depth();
        requireMore(depth, otherwise);
        return depth.inFlight();
    }

    /** @throws StageException saying {@code otherwise} once the queue is empty */
    void requireMore(String otherwise) {
        requireMore(services.stack().depth(), otherwise);
    }

    private void requireMore(Depth depth, String otherwise) {
        if (depth.total() > 0) {
            empty = false;
        } else if (!empty) {
            empty = true;
            emptySinceNanos = System.nanoTime();
        } else if (System.nanoTime() - emptySinceNanos > forGood().toNanos()) {
            throw new StageException(otherwise);
        }
    }

    private Duration forGood() {
        return FOR_GOOD.plus(services.run().environment().settling());
    }

    /**
     * Records what the queue holds: where its counts are exact, and while no other consumer is running, so that it says
     * something about this one.
     */
    void look(String occasion) {
        boolean exact = services.run().environment().settling().isZero();
        if (exact && services.fleet().isAlone(consumer)) {
            Depth depth = services.stack().depth();
            services.record(new Event.QueueSeen(
                    consumer.name(), occasion, depth.waiting() + depth.delayed(), depth.inFlight()));
        }
    }

    /** Waits until a consumer that does not record its begin must have begun, or has ended. */
    void awaitBegun() {
        services.await(
                Wait.atMost(FOR_GOOD.plus(MARGIN), consumer.name() + " to begin"),
                () -> consumer.process().isAlive() ? System.nanoTime() - startedNanos : Long.MAX_VALUE,
                alive -> alive >= FOR_GOOD.toNanos());
    }
}
