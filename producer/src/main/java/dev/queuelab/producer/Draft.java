package dev.queuelab.producer;

import java.nio.charset.StandardCharsets;

/** A message before it is sent. */
record Draft(String id, String body, boolean poison) {

    /** What the body counts against SQS's limits, which are in bytes of UTF-8. */
    int bytes() {
        return body.getBytes(StandardCharsets.UTF_8).length;
    }
}
