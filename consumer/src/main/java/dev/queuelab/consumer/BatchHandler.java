package dev.queuelab.consumer;

import dev.queuelab.core.knob.BatchFailure;
import dev.queuelab.core.knob.Knobs;
import dev.queuelab.core.process.Shutdown;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
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
    private final Deletions deletions;
    private final Shutdown shutdown;
    private final GroupOrder groups;
    private final RetryBackoff retryBackoff;

    BatchHandler(
            Settings settings,
            SqsQueue queue,
            DeliveryProcessor processor,
            Deletions deletions,
            Shutdown shutdown,
            GroupOrder groups) {
        this.deletesTogether = settings.get(Knobs.BATCH_FAILURE) == BatchFailure.ALL && processor.deletesProcessed();
        this.queue = queue;
        this.processor = processor;
        this.deletions = deletions;
        this.shutdown = shutdown;
        this.groups = groups;
        this.retryBackoff = RetryBackoff.of(settings);
    }

    /**
     * Handles the messages one after the other, but for those whose group is held up. Returns how many of them were
     * processed: their work is done, or they are too old.
     */
    int handle(List<Delivery> batch) {
        ReceivedTogether together = new ReceivedTogether(batch.size());
        AtomicInteger processed = new AtomicInteger();
        Set<Optional<String>> heldUp = new HashSet<>();
        for (Delivery delivery : batch) {
            Consumer<Boolean> settled = isProcessed -> processed.addAndGet(isProcessed ? 1 : 0);
            if (heldUp.contains(delivery.group())) {
                handBack(delivery, together, settled);
            } else if (!handle(delivery, together, settled) && groups.holdsUp(delivery)) {
                heldUp.add(delivery.group());
            }
        }
        deletions.flush();
        return processed.get();
    }

    /**
     * Handles one message.
     *
     * @param settled gets whether the message was processed, maybe later and on another thread
     * @return whether it does not stay on the queue undone, so that those after it in its group may go on
     */
    boolean handle(Delivery delivery, ReceivedTogether together, Consumer<Boolean> settled) {
        if (shutdown.requested()) {
            handBack(delivery, together, settled);
            return false;
        }
        DeliveryOutcome outcome = processor.work(delivery);
        boolean processed = outcome.isProcessed();
        if (!processor.isDeletedByItself(outcome) && !(processed && deletesTogether)) {
            leave(delivery, outcome);
        }
        if (processor.isDeletedByItself(outcome)) {
            deletions.delete(delivery, outcome, deletion -> settled.accept(deletion.isProcessed()));
        }
        (processed ? together.processed(delivery) : together.failed()).ifPresent(this::ended);
        if (!processor.isDeletedByItself(outcome)) {
            settled.accept(processed);
        }
        return processed || processor.isDeletedByItself(outcome);
    }

    /** What failed comes back later; what was rejected will be no better then, and comes back as the queue has it. */
    private void leave(Delivery delivery, DeliveryOutcome outcome) {
        Optional<Duration> pause = outcome instanceof DeliveryOutcome.Failed failed && !failed.leftToAnother()
                ? retryBackoff.after(delivery.receiveCount())
                : Optional.empty();
        pause.ifPresentOrElse(time -> queue.leave(delivery, time), () -> queue.leave(delivery));
    }

    /** Hands a message back that was not begun. */
    void handBack(Delivery delivery, ReceivedTogether together, Consumer<Boolean> settled) {
        queue.handBack(delivery);
        together.handedBack().ifPresent(this::ended);
        settled.accept(false);
    }

    private void ended(ReceivedTogether.End end) {
        if (!deletesTogether) {
            return;
        }
        if (end.failed() > 0) {
            log.warn(
                    "{} of a batch failed: the {} others, which were processed, stay as well",
                    end.failed(),
                    end.processed().size());
            end.processed().forEach(queue::leave);
            return;
        }
        end.processed().forEach(delivery -> deletions.delete(delivery, new DeliveryOutcome.Done(), deletion -> {}));
        deletions.flush();
    }
}
