package dev.queuelab.producer.message;

import java.nio.charset.StandardCharsets;

/**
 * A message before it is sent.
 *
 * @param group which messages of a FIFO queue it must stay in order with; nothing to a standard queue
 * @param delaySeconds for how long the queue holds it back
 */
public record OutgoingMessage(String id, String body, boolean poison, String group, int delaySeconds) {

    /** What the body counts against SQS's limits, which are in bytes of UTF-8. */
    public int bytes() {
        return body.getBytes(StandardCharsets.UTF_8).length;
    }
}
