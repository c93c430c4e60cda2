package dev.queuelab.sandbox;

import java.util.regex.Pattern;

/**
 * One entry of the list of stacks.
 *
 * @param key lower-case letters, digits and hyphens, beginning and ending with a letter or digit
 * @param fifo whether its queue and dead-letter queue are FIFO queues
 */
record StackSpec(String key, boolean fifo) {
    private static final Pattern KEY = Pattern.compile("[a-z0-9]([a-z0-9-]*[a-z0-9])?");

    StackSpec {
        if (!KEY.matcher(key).matches()) {
            throw new InvalidStackListException("the stack key '" + key
                    + "' is not made of lower-case letters, digits and hyphens (a hyphen neither first nor last)");
        }
    }
}
