package dev.queuelab.lab.stage;

import dev.queuelab.core.payload.Payload;
import dev.queuelab.lab.waiting.Wait;
import dev.queuelab.scenarios.check.Depth;
import dev.queuelab.scenarios.check.StackSnapshot;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.MessageSystemAttributeName;

/** Looks into a dead-letter queue and leaves everything where it is. */
final class DeadLetters {
    /** Longer than a look takes, so that it sees each message once. */
    private static final Duration HIDDEN = Duration.ofSeconds(30);

    private static final Duration LIMIT = Duration.ofSeconds(20);

    private final QueueProbe queue;

    DeadLetters(QueueProbe queue) {
        this.queue = queue;
    }

    /** As many messages as {@code depth} counts: an empty answer does not mean that the queue is empty. */
    List<StackSnapshot.DeadLetter> look(Depth depth) {
        List<Message> found = new ArrayList<>();
        try {
            Wait.atMost(LIMIT, "all of " + depth.waiting() + " dead letters to be received")
                    .until(
                            () -> {
                                found.addAll(queue.receive(HIDDEN));
                                return found.size();
                            },
                            count -> count >= depth.waiting());
            return found.stream().map(DeadLetters::deadLetter).toList();
        } finally {
            found.forEach(queue::release);
        }
    }

    private static StackSnapshot.DeadLetter deadLetter(Message message) {
        return new StackSnapshot.DeadLetter(
                Payload.parse(message.body()).text(Payload.ID).orElse(message.messageId()),
                message.messageId(),
                Integer.parseInt(
                        message.attributes().getOrDefault(MessageSystemAttributeName.APPROXIMATE_RECEIVE_COUNT, "0")));
    }
}
