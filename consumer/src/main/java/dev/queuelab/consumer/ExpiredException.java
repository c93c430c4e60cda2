package dev.queuelab.consumer;

import java.time.Duration;

/** The message is older than the consumer may work on, and its work was not done. */
final class ExpiredException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final Duration age;

    ExpiredException(Duration age) {
        super("it was sent " + age.toSeconds() + " s ago");
        this.age = age;
    }

    Duration age() {
        return age;
    }
}
