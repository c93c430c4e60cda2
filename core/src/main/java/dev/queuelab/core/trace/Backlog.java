package dev.queuelab.core.trace;

import java.time.Duration;

/**
 * What is on the queue at one moment, as the histories show it. Amazon SQS itself counts approximately
 * ("GetQueueAttributes"), and reports ages through CloudWatch only.
 *
 * @param messages waiting or in flight
 * @param oldestAge time since the first of them was sent; zero if there is none
 */
public record Backlog(int messages, Duration oldestAge) {}
