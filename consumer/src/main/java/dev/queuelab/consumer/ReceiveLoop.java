package dev.queuelab.consumer;

import dev.queuelab.core.aws.CallCounter;
import dev.queuelab.core.aws.CallErrors;
import dev.queuelab.core.history.HistoryException;
import dev.queuelab.core.knob.Knobs;
import dev.queuelab.core.process.Shutdown;
import java.time.Duration;
import java.util.List;
import java.util.function.LongSupplier;
import software.amazon.awssdk.core.exception.SdkException;

/**
 * Receives until a limit, the idle timeout or a requested end. A poll that is open when the end is requested is waited
 * for: a message that the queue hands to a poll nobody reads any more would lose one of its few deliveries.
 */
final class ReceiveLoop {
    /** Between short polls that found nothing, so that WAIT_TIME_SECONDS=0 does not keep a core busy. */
    private static final Duration BETWEEN_SHORT_POLLS = Duration.ofMillis(200);

    private final int messagesPerReceive;
    private final int waitSeconds;
    private final int limit;
    private final double idleSeconds;
    private final SqsQueue queue;
    private final String queueUrl;
    private final Outage outage;
    private final BatchHandler batches;
    private final Shutdown shutdown;
    private final CallCounter calls;
    private final LongSupplier nanoTime;
    private boolean hasReceived;

    ReceiveLoop(
            Settings settings,
            SqsQueue queue,
            BatchHandler batches,
            Shutdown shutdown,
            CallCounter calls,
            LongSupplier nanoTime) {
        this.messagesPerReceive = settings.messagesPerReceive();
        this.waitSeconds = settings.get(Knobs.WAIT_TIME_SECONDS);
        this.limit = settings.get(Knobs.MESSAGE_LIMIT);
        this.idleSeconds = settings.get(Knobs.IDLE_TIMEOUT_SECONDS);
        this.queue = queue;
        this.queueUrl = settings.queueUrl();
        this.outage = new Outage("receiving from queue " + queueUrl);
        this.batches = batches;
        this.shutdown = shutdown;
        this.calls = calls;
        this.nanoTime = nanoTime;
    }

    /**
     * A call that fails once the queue has been received from is tried again, whatever the reason: a queue that is not
     * there may come back, and so may a right to it.
     *
     * @throws UnreachableException if the queue refuses the first receive, or cannot be reached until the idle timeout
     */
    RunSummary run() {
        int processed = 0;
        long lastArrival = nanoTime.getAsLong();
        while (true) {
            double idleLeft = idleSeconds - (nanoTime.getAsLong() - lastArrival) / 1e9;
            if (shutdown.requested()) {
                return summary("shutdown requested", processed);
            } else if (limit > 0 && processed >= limit) {
                return summary("message limit reached", processed);
            } else if (idleSeconds > 0 && idleLeft <= 0) {
                outage.requireOver(); // a queue that could not be asked was not seen to be idle
                return summary("idle timeout", processed);
            }
            int most = limit > 0 ? Math.min(messagesPerReceive, limit - processed) : messagesPerReceive;
            int wait = idleSeconds > 0 ? (int) Math.min(waitSeconds, Math.ceil(idleLeft)) : waitSeconds;
            List<Delivery> batch = receive(most, wait);
            if (!batch.isEmpty()) {
                processed += batches.handle(batch);
                lastArrival = nanoTime.getAsLong();
            }
        }
    }

    /** Returns nothing, after a pause, where the call failed. */
    private List<Delivery> receive(int most, int wait) {
        try {
            List<Delivery> batch = queue.receive(most, wait);
            outage.over();
            hasReceived = true;
            if (batch.isEmpty() && wait == 0) {
                shutdown.requestedWithin(BETWEEN_SHORT_POLLS);
            }
            return batch;
        } catch (HistoryException e) {
            throw e;
        } catch (RuntimeException e) {
            boolean lasts = hasReceived ? !(e instanceof SdkException) : CallErrors.isLastingAtStart(e);
            if (lasts) {
                throw new UnreachableException(
                        "cannot receive from queue " + queueUrl + ": " + LogText.reason(CallErrors.reason(e)), e);
            }
            shutdown.requestedWithin(outage.failed(e));
            return List.of();
        }
    }

    private RunSummary summary(String reason, int processed) {
        return new RunSummary(reason, processed, calls.counts());
    }
}
