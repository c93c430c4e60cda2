package dev.queuelab.core.history;

import java.time.Instant;

/**
 * One line of a history.
 *
 * @param process the name of the process that recorded the fact
 * @param seq the line's number in that process's history, from 1
 * @param at the process's wall clock when it recorded the fact
 */
public record Entry(String process, long seq, Instant at, Event event) {}
