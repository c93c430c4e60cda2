package dev.queuelab.lab.waiting;

import java.time.Duration;

/**
 * A wait in its course.
 *
 * @param what completes "waiting for ..."
 * @param passed how long already
 * @param limit how long at most
 * @param lastSeen what the last look saw, for people
 */
public record WaitProgress(String what, Duration passed, Duration limit, String lastSeen) {}
