package dev.queuelab.consumer;

import dev.queuelab.core.knob.Knobs;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

/** Looks at the queue's visibility timeout before the first message is received: a heartbeat must be shorter. */
final class HeartbeatCheck {
    private final Settings settings;
    private final QueueAttributes attributes;

    HeartbeatCheck(Settings settings, QueueAttributes attributes) {
        this.settings = settings;
        this.attributes = attributes;
    }

    /**
     * The queue's own visibility timeout; empty if no heartbeat is wanted, or the end is requested.
     *
     * @throws BadSettingsException if the heartbeat is too slow for the queue
     * @throws UnreachableException if the queue refuses to be asked, or cannot be reached until the idle timeout
     */
    Optional<Duration> run() throws BadSettingsException {
        double between = settings.get(Knobs.HEARTBEAT_SECONDS);
        if (between == 0) {
            return Optional.empty();
        }
        Optional<Integer> seconds = attributes
                .read(QueueAttributeName.VISIBILITY_TIMEOUT, "the visibility timeout")
                .map(text -> text.isEmpty() ? 0 : Integer.parseInt(text));
        if (seconds.isPresent() && between >= seconds.get()) {
            throw new BadSettingsException(List.of(Knobs.HEARTBEAT_SECONDS.name() + "=" + between
                    + " is not accepted: expected less than " + seconds.get()
                    + ", the seconds of the queue's visibility timeout"));
        }
        return seconds.map(Duration::ofSeconds);
    }
}
