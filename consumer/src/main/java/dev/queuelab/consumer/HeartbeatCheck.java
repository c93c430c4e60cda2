package dev.queuelab.consumer;

import dev.queuelab.core.aws.CallErrors;
import dev.queuelab.core.knob.Knobs;
import dev.queuelab.core.process.Shutdown;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.LongSupplier;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

/** Looks at the queue's visibility timeout before the first message is received: a heartbeat must be shorter. */
final class HeartbeatCheck {
    private final Settings settings;
    private final SqsClient sqs;
    private final Shutdown shutdown;
    private final LongSupplier nanoTime;

    HeartbeatCheck(Settings settings, SqsClient sqs, Shutdown shutdown, LongSupplier nanoTime) {
        this.settings = settings;
        this.sqs = sqs;
        this.shutdown = shutdown;
        this.nanoTime = nanoTime;
    }

    /**
     * The queue's own visibility timeout; empty if no heartbeat is wanted, or the end is requested. A queue that cannot be
     * reached is tried again, up to the idle timeout.
     *
     * @throws BadSettingsException if the heartbeat is too slow for the queue
     * @throws UnreachableException if the queue refuses to be asked, or cannot be reached until the idle timeout
     */
    Optional<Duration> run() throws BadSettingsException {
        double between = settings.get(Knobs.HEARTBEAT_SECONDS);
        if (between == 0) {
            return Optional.empty();
        }
        Optional<Integer> seconds = visibilityTimeoutSeconds();
        if (seconds.isPresent() && between >= seconds.get()) {
            throw new BadSettingsException(List.of(Knobs.HEARTBEAT_SECONDS.name() + "=" + between
                    + " is not accepted: expected less than " + seconds.get()
                    + ", the seconds of the queue's visibility timeout"));
        }
        return seconds.map(Duration::ofSeconds);
    }

    private Optional<Integer> visibilityTimeoutSeconds() {
        String call = "reading the visibility timeout of queue " + settings.queueUrl();
        Outage outage = new Outage(call);
        long begun = nanoTime.getAsLong();
        double idleSeconds = settings.get(Knobs.IDLE_TIMEOUT_SECONDS);
        while (!shutdown.requested()) {
            try {
                String seconds = sqs.getQueueAttributes(request -> request.queueUrl(settings.queueUrl())
                                .attributeNames(QueueAttributeName.VISIBILITY_TIMEOUT))
                        .attributes()
                        .getOrDefault(QueueAttributeName.VISIBILITY_TIMEOUT, "0");
                outage.over();
                return Optional.of(Integer.valueOf(seconds));
            } catch (RuntimeException e) {
                if (CallErrors.isLastingAtStart(e)) {
                    throw new UnreachableException(
                            call + " failed (GetQueueAttributes): " + LogText.reason(CallErrors.reason(e)), e);
                }
                shutdown.requestedWithin(outage.failed(e));
                if (idleSeconds > 0 && (nanoTime.getAsLong() - begun) / 1e9 >= idleSeconds) {
                    outage.requireOver();
                }
            }
        }
        return Optional.empty();
    }
}
