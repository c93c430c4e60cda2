package dev.queuelab.lab.stage;

import dev.queuelab.lab.waiting.Wait;
import dev.queuelab.lab.waiting.WaitListener;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import software.amazon.awssdk.services.sqs.model.Message;

/**
 * Empties a queue of what an earlier run left, by receiving and deleting. Not by a purge: SQS may go on to delete new
 * messages for a minute after one (Amazon SQS API reference, PurgeQueue).
 */
final class QueueDrainer {
    private static final Duration HIDDEN = Duration.ofSeconds(30);
    private static final Duration LIMIT = Duration.ofSeconds(60);

    private QueueDrainer() {}

    /**
     * Returns how many messages were removed. One that is in flight is waited for.
     *
     * @param visibilityTimeout how long a message in flight may stay so
     * @param settling how long the queue must be seen empty before it is believed to be
     */
    static int remove(
            QueueProbe queue, String name, Duration visibilityTimeout, Duration settling, WaitListener watcher) {
        AtomicInteger removed = new AtomicInteger();
        Wait.atMost(LIMIT.plus(visibilityTimeout), "leftovers of an earlier run to leave " + name)
                .holding(settling)
                .until(
                        () -> {
                            List<Message> batch = queue.receive(HIDDEN);
                            batch.forEach(queue::delete);
                            removed.addAndGet(batch.size());
                            return queue.depth();
                        },
                        depth -> depth.total() == 0,
                        watcher);
        return removed.get();
    }
}
