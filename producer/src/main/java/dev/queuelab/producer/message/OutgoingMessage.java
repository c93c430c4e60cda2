package dev.queuelab.producer.message;

import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * A message before it is sent.
 *
 * @param group which messages of a FIFO queue it must stay in order with; its tenant on a standard queue
 * @param delaySeconds for how long the queue holds it back
 */
public record OutgoingMessage(String id, String body, boolean poison, Optional<String> group, int delaySeconds) {

    /** Its group on a FIFO queue, where each message has one: those without their own share one, so that their order is total. */
    public String fifoGroup() {
        return group.orElse("queue-lab");
    }

    /** What the body counts against SQS's limits, which are in bytes of UTF-8. */
    public int bytes() {
        return body.getBytes(StandardCharsets.UTF_8).length;
    }
}
