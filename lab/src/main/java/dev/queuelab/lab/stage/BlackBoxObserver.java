package dev.queuelab.lab.stage;

import dev.queuelab.core.history.Event;
import dev.queuelab.lab.waiting.Wait;
import dev.queuelab.scenarios.check.Depth;
import java.time.Duration;

/** What is seen from outside of a consumer that is not ours and may tell nothing of itself. */
final class BlackBoxObserver {
    /** A queue that was empty for so long stays so: what waits for something to happen on it waits in vain. */
    private static final Duration FOR_GOOD = Duration.ofSeconds(1);

    /** For a machine on which this program itself comes to a halt now and then. */
    private static final Duration MARGIN = Duration.ofSeconds(30);

    private final ScenarioStage stage;
    private final ConsumerProcess consumer;
    private long emptySince;
    private boolean empty;

    BlackBoxObserver(ScenarioStage stage, ConsumerProcess consumer) {
        this.stage = stage;
        this.consumer = consumer;
    }

    /**
     * How many messages are in flight, which are the consumer's while no other is at work.
     *
     * @throws StageException saying {@code otherwise} once the queue is empty, since then there is nothing to receive
     */
    long inFlight(String otherwise) {
        Depth depth = stage.depth();
        requireMore(depth, otherwise);
        return depth.inFlight();
    }

    /** @throws StageException saying {@code otherwise} once the queue is empty */
    void requireMore(String otherwise) {
        requireMore(stage.depth(), otherwise);
    }

    private void requireMore(Depth depth, String otherwise) {
        if (depth.total() > 0) {
            empty = false;
        } else if (!empty) {
            empty = true;
            emptySince = System.nanoTime();
        } else if (System.nanoTime() - emptySince > forGood().toNanos()) {
            throw new StageException(otherwise);
        }
    }

    private Duration forGood() {
        return FOR_GOOD.plus(stage.scene().environment().settling());
    }

    /**
     * Puts on record what the queue holds: where its counts are exact, and while no other consumer is at work, so that it
     * says something of this one.
     */
    void look(String occasion) {
        boolean exact = stage.scene().environment().settling().isZero();
        if (exact && stage.isAlone(consumer)) {
            Depth depth = stage.depth();
            stage.chronicle()
                    .record(new Event.QueueSeen(
                            consumer.name(), occasion, depth.waiting() + depth.delayed(), depth.inFlight()));
        }
    }

    /** Waits until a consumer that does not tell when it begins must have begun, or has ended. */
    void awaitBegun() {
        long since = consumer.startedAtNanos();
        stage.await(
                Wait.atMost(FOR_GOOD.plus(MARGIN), consumer.name() + " to begin"),
                () -> consumer.isAlive() ? System.nanoTime() - since : Long.MAX_VALUE,
                alive -> alive >= FOR_GOOD.toNanos());
    }
}
