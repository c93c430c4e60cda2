package dev.queuelab.consumer;

import dev.queuelab.core.knob.BatchFailure;
import dev.queuelab.core.knob.Knobs;
import dev.queuelab.core.process.Shutdown;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What is done with messages received together: each is worked on in its own right, and one that fails stops neither the
 * others nor the loop. Messages not begun when shutdown is requested are handed back.
 */
final class BatchHandler {
    private static final Logger log = LoggerFactory.getLogger(BatchHandler.class);

    private final boolean deletesTogether;
    private final SqsQueue queue;
    private final DeliveryProcessor processor;
    private final Shutdown shutdown;

    BatchHandler(Settings settings, SqsQueue queue, DeliveryProcessor processor, Shutdown shutdown) {
        this.deletesTogether = settings.get(Knobs.BATCH_FAILURE) == BatchFailure.ALL && processor.deletesProcessed();
        this.queue = queue;
        this.processor = processor;
        this.shutdown = shutdown;
    }

    /** Returns how many of the messages were processed: their work is done, or they are too old. */
    int handle(List<Delivery> batch) {
        List<Delivery> processed = new ArrayList<>();
        int failed = 0;
        for (Delivery delivery : batch) {
            if (shutdown.requested()) {
                queue.handBack(delivery);
            } else if (processor.process(delivery).isProcessed()) {
                processed.add(delivery);
            } else {
                failed++;
            }
        }
        if (deletesTogether) {
            deleteTogether(processed, failed);
        }
        return processed.size();
    }

    private void deleteTogether(List<Delivery> processed, int failed) {
        if (failed > 0) {
            log.warn(
                    "{} of a batch failed: the {} others, which were processed, stay as well",
                    failed,
                    processed.size());
            return;
        }
        processed.forEach(delivery -> processor.delete(delivery, new DeliveryOutcome.Done()));
    }
}
