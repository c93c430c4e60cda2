package dev.queuelab.scenarios.scaling;

import java.time.Duration;

/**
 * A queue's load at one moment.
 *
 * @param waiting messages that no consumer has in hand
 * @param oldestAge how long ago the oldest message that is not done was sent
 */
public record Load(long waiting, Duration oldestAge) {}
