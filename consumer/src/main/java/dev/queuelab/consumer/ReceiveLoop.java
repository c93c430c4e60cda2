package dev.queuelab.consumer;

import dev.queuelab.core.aws.CallCounter;
import dev.queuelab.core.aws.CallErrors;
import dev.queuelab.core.history.HistoryException;
import dev.queuelab.core.knob.Knobs;
import dev.queuelab.core.knob.OnReceiveFailure;
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

    private final int waitSeconds;
    private final int limit;
    private final double idleSeconds;
    private final Receives receives;
    private final String queueUrl;
    private final Outage outage;
    private final Workers workers;
    private final Shutdown shutdown;
    private final CallCounter calls;
    private final LongSupplier nanoTime;
    private final boolean stopsAtFailure;
    private boolean hasReceived;

    ReceiveLoop(
            Settings settings,
            Receives receives,
            Workers workers,
            Shutdown shutdown,
            CallCounter calls,
            LongSupplier nanoTime) {
        this.waitSeconds = settings.get(Knobs.WAIT_TIME_SECONDS);
        this.limit = settings.get(Knobs.MESSAGE_LIMIT);
        this.idleSeconds = settings.get(Knobs.IDLE_TIMEOUT_SECONDS);
        this.receives = receives;
        this.queueUrl = settings.queueUrl();
        this.outage = new Outage(
                "receiving from queue " + queueUrl, settings.receiveRetries().backoff());
        this.stopsAtFailure = settings.get(Knobs.ON_RECEIVE_FAILURE) == OnReceiveFailure.STOP;
        this.workers = workers;
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
        String reason = receiveUntilEnd();
        workers.finish();
        return new RunSummary(reason, workers.standing().processed(), calls.counts());
    }

    private String receiveUntilEnd() {
        while (true) {
            Workers.Standing standing = workers.standing();
            long quietSince = standing.inHand() > 0 ? nanoTime.getAsLong() : standing.lastEndNanos();
            double idleLeft = idleSeconds - (nanoTime.getAsLong() - quietSince) / 1e9;
            if (shutdown.requested()) {
                return "shutdown requested";
            } else if (limit > 0 && standing.processed() >= limit) {
                return "message limit reached";
            } else if (idleSeconds > 0 && idleLeft <= 0) {
                outage.requireOver(); // a queue that could not be asked was not seen to be idle
                return "idle timeout";
            }
            int most = most(standing);
            if (most <= 0) {
                workers.awaitChange(standing);
                continue;
            }
            int wait = idleSeconds > 0 ? (int) Math.min(waitSeconds, Math.ceil(idleLeft)) : waitSeconds;
            List<Delivery> batch = receive(most, wait);
            if (!batch.isEmpty()) {
                workers.take(batch);
            }
        }
    }

    /** What is in hand may count towards the limit, or may not: that is not known before it is done. */
    private int most(Workers.Standing standing) {
        return limit > 0
                ? Math.min(standing.room(), limit - standing.processed() - standing.inHand())
                : standing.room();
    }

    /** Returns nothing, after a pause, where the call failed. */
    private List<Delivery> receive(int most, int wait) {
        try {
            List<Delivery> batch = receives.receive(most, wait, workers::take);
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
            Duration pause = outage.failed(e);
            if (stopsAtFailure) {
                shutdown.await();
            }
            shutdown.requestedWithin(pause);
            return List.of();
        }
    }
}
