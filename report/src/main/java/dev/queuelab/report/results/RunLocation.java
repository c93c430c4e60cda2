package dev.queuelab.report.results;

/**
 * Where a command runs, and with which seed.
 *
 * @param environment its name, such as "sandbox"
 * @param where a few words about it, for people
 */
public record RunLocation(String environment, String where, long seed) {}
