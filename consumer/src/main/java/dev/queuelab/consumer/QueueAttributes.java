package dev.queuelab.consumer;

import dev.queuelab.core.aws.CallErrors;
import dev.queuelab.core.knob.Knobs;
import dev.queuelab.core.process.Shutdown;
import java.util.Optional;
import java.util.function.LongSupplier;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

/** The queue's own settings, as they are read before the first message is received. */
final class QueueAttributes {
    private final Settings settings;
    private final SqsClient sqs;
    private final Shutdown shutdown;
    private final LongSupplier nanoTime;

    QueueAttributes(Settings settings, SqsClient sqs, Shutdown shutdown, LongSupplier nanoTime) {
        this.settings = settings;
        this.sqs = sqs;
        this.shutdown = shutdown;
        this.nanoTime = nanoTime;
    }

    /**
     * The attribute's text, empty text if the queue does not have it; nothing if the end is requested. A queue that cannot
     * be reached is tried again, up to the idle timeout.
     *
     * @param what names the attribute for people, such as "the visibility timeout"
     * @throws UnreachableException if the queue refuses to be asked, or cannot be reached until the idle timeout
     */
    Optional<String> read(QueueAttributeName attribute, String what) {
        String call = "reading " + what + " of queue " + settings.queueUrl();
        Outage outage = new Outage(call);
        long begun = nanoTime.getAsLong();
        double idleSeconds = settings.get(Knobs.IDLE_TIMEOUT_SECONDS);
        while (!shutdown.requested()) {
            try {
                String text = sqs.getQueueAttributes(
                                request -> request.queueUrl(settings.queueUrl()).attributeNames(attribute))
                        .attributes()
                        .getOrDefault(attribute, "");
                outage.over();
                return Optional.of(text);
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
