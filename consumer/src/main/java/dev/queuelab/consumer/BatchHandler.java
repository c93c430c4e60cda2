package dev.queuelab.consumer;

import dev.queuelab.core.history.Event;
import dev.queuelab.core.history.HistoryException;
import dev.queuelab.core.history.Recorder;
import dev.queuelab.core.knob.Acknowledge;
import dev.queuelab.core.knob.BatchFailure;
import dev.queuelab.core.knob.Knobs;
import dev.queuelab.core.process.Shutdown;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What is done with messages received together: each is worked on, deleted or left in its own right, and one that fails
 * stops neither the others nor the loop. Messages not begun when the end is requested are handed back.
 */
final class BatchHandler {
    private static final Logger log = LoggerFactory.getLogger(BatchHandler.class);

    private final Acknowledge acknowledge;
    private final BatchFailure batchFailure;
    private final Inbox inbox;
    private final Recorder recorder;
    private final Chaos chaos;
    private final MessageHandler handler;
    private final Shutdown shutdown;

    BatchHandler(
            Settings settings, Inbox inbox, Recorder recorder, Chaos chaos, MessageHandler handler, Shutdown shutdown) {
        this.acknowledge = settings.get(Knobs.ACKNOWLEDGE);
        this.batchFailure = settings.get(Knobs.BATCH_FAILURE);
        this.inbox = inbox;
        this.recorder = recorder;
        this.chaos = chaos;
        this.handler = handler;
        this.shutdown = shutdown;
    }

    /** Returns how many of the messages were processed: their work is done, or too old to be wanted. */
    int handle(List<Delivery> batch) {
        List<Delivery> done = new ArrayList<>();
        int failed = 0;
        for (Delivery delivery : batch) {
            if (shutdown.requested()) {
                inbox.handBack(delivery);
            } else if (process(delivery)) {
                done.add(delivery);
            } else {
                failed++;
                swallow(delivery);
            }
        }
        if (batchFailure == BatchFailure.ALL && deletesWhatIsDone()) {
            deleteTogether(done, failed);
        }
        return done.size();
    }

    private boolean process(Delivery delivery) {
        try {
            if (acknowledge == Acknowledge.BEFORE) {
                inbox.delete(delivery);
            }
            chaos.afterReceive(delivery.id());
            work(delivery);
            if (deletesWhatIsDone() && batchFailure == BatchFailure.EACH) {
                inbox.delete(delivery);
            }
            return true;
        } catch (RejectedException e) {
            log.warn("message {} rejected, since {}", Shown.name(delivery.id()), Shown.reason(e.reason()));
            recorder.record(new Event.Rejected(delivery.id(), delivery.messageId(), e.reason()));
        } catch (HistoryException e) {
            throw e; // what cannot be recorded must not be done
        } catch (UnavailableException e) {
            failed(delivery, e.step(), e);
        } catch (RuntimeException e) {
            failed(delivery, "processing the message", e);
        }
        return false;
    }

    private void work(Delivery delivery) {
        try {
            handler.handle(delivery);
        } catch (ExpiredException e) {
            log.info("message {} expired: {}", Shown.name(delivery.id()), e.getMessage());
            recorder.record(new Event.Expired(
                    delivery.id(), delivery.messageId(), e.age().toMillis()));
        }
    }

    private void failed(Delivery delivery, String step, RuntimeException e) {
        String reason = e.getMessage() == null ? e.toString() : e.getMessage();
        log.warn("message {} left on the queue: {} failed: {}", Shown.name(delivery.id()), step, Shown.reason(reason));
        recorder.record(new Event.Failed(delivery.id(), delivery.messageId(), step, reason));
    }

    private void deleteTogether(List<Delivery> done, int failed) {
        if (failed > 0) {
            log.warn("{} of a batch failed: the {} others, which were processed, stay as well", failed, done.size());
            return;
        }
        done.forEach(this::deleteIfPossible);
    }

    /** What a consumer does that treats a failure as the end of the matter. */
    private void swallow(Delivery delivery) {
        if (acknowledge == Acknowledge.ALWAYS) {
            deleteIfPossible(delivery);
        }
    }

    private boolean deletesWhatIsDone() {
        return acknowledge == Acknowledge.AFTER || acknowledge == Acknowledge.ALWAYS;
    }

    private void deleteIfPossible(Delivery delivery) {
        try {
            inbox.delete(delivery);
        } catch (UnavailableException e) {
            failed(delivery, e.step(), e);
        }
    }
}
