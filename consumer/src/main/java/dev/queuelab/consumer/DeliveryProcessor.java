package dev.queuelab.consumer;

import dev.queuelab.consumer.DeliveryOutcome.Done;
import dev.queuelab.consumer.DeliveryOutcome.Expired;
import dev.queuelab.consumer.DeliveryOutcome.Failed;
import dev.queuelab.consumer.DeliveryOutcome.Rejected;
import dev.queuelab.consumer.DeliveryOutcome.Skipped;
import dev.queuelab.core.history.Event;
import dev.queuelab.core.history.HistoryException;
import dev.queuelab.core.history.Recorder;
import dev.queuelab.core.history.SkipReason;
import dev.queuelab.core.knob.Acknowledge;
import dev.queuelab.core.knob.BatchFailure;
import dev.queuelab.core.knob.Knobs;
import dev.queuelab.core.knob.OnFailedDeletion;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Works on one delivery, records what came of it, and acknowledges it: the one place where both happen. */
final class DeliveryProcessor {
    private static final Logger log = LoggerFactory.getLogger(DeliveryProcessor.class);

    private final Acknowledge acknowledge;
    private final boolean deletesEach;
    private final boolean ignoresFailedDeletions;
    private final SqsQueue queue;
    private final Recorder recorder;
    private final CrashPoints crashPoints;
    private final MessageHandler handler;

    DeliveryProcessor(
            Settings settings, SqsQueue queue, Recorder recorder, CrashPoints crashPoints, MessageHandler handler) {
        this.acknowledge = settings.get(Knobs.ACKNOWLEDGE);
        this.deletesEach = settings.get(Knobs.BATCH_FAILURE) != BatchFailure.ALL;
        this.ignoresFailedDeletions = settings.get(Knobs.ON_FAILED_DELETION) == OnFailedDeletion.IGNORE;
        this.queue = queue;
        this.recorder = recorder;
        this.crashPoints = crashPoints;
        this.handler = handler;
    }

    /** Works on the delivery; returns what came of it, which is recorded. */
    DeliveryOutcome work(Delivery delivery) {
        DeliveryOutcome outcome = workOn(delivery);
        record(delivery, outcome);
        return outcome;
    }

    /** Whether a message whose work ended so is to be deleted, whatever becomes of those received with it. */
    boolean isDeletedByItself(DeliveryOutcome outcome) {
        if (ignoresFailedDeletions && outcome instanceof Skipped skipped && skipped.reason() == SkipReason.REMEMBERED) {
            return false;
        }
        return outcome.isProcessed() ? deletesProcessed() && deletesEach : acknowledge == Acknowledge.ALWAYS;
    }

    /** Whether a message is deleted once it is processed. */
    boolean deletesProcessed() {
        return acknowledge == Acknowledge.AFTER || acknowledge == Acknowledge.ALWAYS;
    }

    /** Deletes the message; returns {@code outcome}, or that the deletion failed, which is then recorded. */
    DeliveryOutcome delete(Delivery delivery, DeliveryOutcome outcome) {
        DeliveryOutcome deletion = guarded(() -> {
            queue.delete(delivery);
            return new Done();
        });
        if (deletion.isProcessed()) {
            return outcome;
        }
        record(delivery, deletion);
        return deletion;
    }

    /**
     * Deletes up to 10 messages by one call. What the queue refuses in it gets a call of its own, as a single message
     * does: a refusal that passes is so repeated, and one that lasts is recorded for the message that it is about. A call
     * that fails as a whole, after the SDK's tries, is not made again message by message: an outage needs no more calls.
     *
     * @return what came of each, in their order
     */
    List<DeliveryOutcome> delete(List<Finished> together) {
        List<Delivery> left = new ArrayList<>();
        DeliveryOutcome call = guarded(() -> {
            left.addAll(queue.delete(together.stream().map(Finished::delivery).toList()));
            return new Done();
        });
        return together.stream()
                .map(finished -> {
                    if (!call.isProcessed()) {
                        record(finished.delivery(), call);
                        return call;
                    }
                    return left.contains(finished.delivery()) && !ignoresFailedDeletions
                            ? delete(finished.delivery(), finished.outcome())
                            : finished.outcome();
                })
                .toList();
    }

    /** A message whose work has ended so, and that is to be deleted. */
    record Finished(Delivery delivery, DeliveryOutcome outcome) {}

    private DeliveryOutcome workOn(Delivery delivery) {
        return guarded(() -> {
            if (acknowledge == Acknowledge.BEFORE) {
                queue.delete(delivery);
            }
            crashPoints.afterReceive(delivery.id());
            return handler.handle(delivery);
        });
    }

    /** Whatever fails is this message's alone; but what cannot be recorded must not be done. */
    private static DeliveryOutcome guarded(Supplier<DeliveryOutcome> step) {
        try {
            return step.get();
        } catch (HistoryException e) {
            throw e;
        } catch (StepFailedException e) {
            return Failed.of(e);
        } catch (RuntimeException e) {
            return Failed.of("processing the message", e);
        }
    }

    /** The handler records each step that it takes; this is how the delivery ended, if not by its steps. */
    private void record(Delivery delivery, DeliveryOutcome outcome) {
        String name = LogText.name(delivery.id());
        if (outcome instanceof Rejected rejected) {
            log.warn("message {} rejected: {}", name, LogText.reason(rejected.reason()));
            recorder.record(new Event.Rejected(delivery.id(), delivery.messageId(), rejected.reason()));
        } else if (outcome instanceof Expired expired) {
            log.info(
                    "message {} expired: it was sent {} s ago",
                    name,
                    expired.age().toSeconds());
            recorder.record(new Event.Expired(
                    delivery.id(), delivery.messageId(), expired.age().toMillis()));
        } else if (outcome instanceof Failed failed) {
            log.warn(
                    "message {} left on the queue: {} failed: {}",
                    name,
                    failed.step(),
                    LogText.reason(failed.reason()));
            recorder.record(new Event.Failed(delivery.id(), delivery.messageId(), failed.step(), failed.reason()));
        }
    }
}
