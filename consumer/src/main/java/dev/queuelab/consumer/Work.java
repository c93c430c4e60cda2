package dev.queuelab.consumer;

/**
 * What a message asks for.
 *
 * @param id what the history calls the message
 * @param name what our status table knows it by
 * @param key what the external service knows the work by: the same name, or a business key
 * @param logLine what its effect appends to the effect log; empty if nothing is logged
 */
record Work(String id, String name, String key, String digest, String logLine) {}
