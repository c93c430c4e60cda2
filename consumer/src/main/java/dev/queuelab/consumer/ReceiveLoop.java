package dev.queuelab.consumer;

import dev.queuelab.core.aws.CallCounter;
import dev.queuelab.core.knob.Knobs;
import dev.queuelab.core.process.Shutdown;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.retries.api.BackoffStrategy;
import software.amazon.awssdk.services.sqs.model.KmsThrottledException;
import software.amazon.awssdk.services.sqs.model.OverLimitException;

/**
 * Receives until a limit, the idle timeout or a requested end. A poll that is open when the end is requested is waited
 * for: a message that the queue hands to a poll nobody reads any more would lose one of its few deliveries.
 */
final class ReceiveLoop {
    private static final Logger log = LoggerFactory.getLogger(ReceiveLoop.class);

    /** Between short polls that found nothing, so that WAIT_TIME_SECONDS=0 does not keep a core busy. */
    private static final Duration BETWEEN_SHORT_POLLS = Duration.ofMillis(200);

    private static final BackoffStrategy BACKOFF =
            BackoffStrategy.exponentialDelay(Duration.ofMillis(200), Duration.ofSeconds(10));

    private final int messagesPerReceive;
    private final int waitSeconds;
    private final int limit;
    private final double idleSeconds;
    private final SqsQueue queue;
    private final BatchHandler batches;
    private final Shutdown shutdown;
    private final CallCounter calls;
    private final LongSupplier nanoTime;

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
        this.batches = batches;
        this.shutdown = shutdown;
        this.calls = calls;
        this.nanoTime = nanoTime;
    }

    /** @throws QueueUnusableException if the queue refuses to be received from, for good */
    RunSummary run() {
        int processed = 0;
        List<SdkException> failures = new ArrayList<>();
        long lastArrival = nanoTime.getAsLong();
        while (true) {
            double idleLeft = idleSeconds - (nanoTime.getAsLong() - lastArrival) / 1e9;
            if (shutdown.requested()) {
                return summary("shutdown requested", processed);
            } else if (limit > 0 && processed >= limit) {
                return summary("message limit reached", processed);
            } else if (idleSeconds > 0 && idleLeft <= 0) {
                requireReachable(failures);
                return summary("idle timeout", processed);
            }
            int most = limit > 0 ? Math.min(messagesPerReceive, limit - processed) : messagesPerReceive;
            int wait = idleSeconds > 0 ? (int) Math.min(waitSeconds, Math.ceil(idleLeft)) : waitSeconds;
            try {
                List<Delivery> batch = queue.receive(most, wait);
                failures.clear();
                if (!batch.isEmpty()) {
                    processed += batches.handle(batch);
                    lastArrival = nanoTime.getAsLong();
                } else if (wait == 0) {
                    shutdown.requestedWithin(BETWEEN_SHORT_POLLS);
                }
            } catch (SdkException e) {
                refuseIfPermanent(e);
                failures.add(e);
                Duration pause = BACKOFF.computeDelay(failures.size());
                log.warn("receiving failed, next try in {} ms: {}", pause.toMillis(), e.getMessage());
                shutdown.requestedWithin(pause);
            }
        }
    }

    /** An error that will be the same next time: one of our request's own, other than too much at once, or of our set-up. */
    private static void refuseIfPermanent(SdkException e) {
        boolean ours = e instanceof AwsServiceException refusal
                && refusal.statusCode() >= 400
                && refusal.statusCode() < 500
                && !refusal.isThrottlingException()
                && !(e instanceof OverLimitException || e instanceof KmsThrottledException);
        boolean setUp = e instanceof SdkClientException && !(e.getCause() instanceof IOException);
        if (ours || setUp) {
            throw new QueueUnusableException("cannot receive from the queue: " + e.getMessage(), e);
        }
    }

    /** A queue that could not be asked was not seen to be idle. */
    private static void requireReachable(List<SdkException> failures) {
        if (!failures.isEmpty()) {
            SdkException last = failures.get(failures.size() - 1);
            throw new QueueUnusableException(
                    "the queue cannot be reached, " + failures.size() + " tries in a row: " + last.getMessage(), last);
        }
    }

    private RunSummary summary(String reason, int processed) {
        return new RunSummary(reason, processed, calls.counts());
    }
}
