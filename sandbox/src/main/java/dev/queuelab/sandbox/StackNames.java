package dev.queuelab.sandbox;

/**
 * What the queues and tables of one stack are called. The Terraform configuration uses the same names.
 *
 * @param project the prefix of every name
 */
record StackNames(String project, StackSpec stack) {
    /** "A queue name can have up to 80 characters", the suffix {@code .fifo} included (Amazon SQS: CreateQueue). */
    static final int LONGEST_QUEUE_NAME = 80;

    /** @throws IllegalArgumentException if a name is longer than SQS accepts */
    StackNames {
        String longest = queueName(project, stack, "-dlq");
        if (longest.length() > LONGEST_QUEUE_NAME) {
            throw new IllegalArgumentException("the queue name '" + longest + "' has " + longest.length()
                    + " characters; at most " + LONGEST_QUEUE_NAME + " are accepted");
        }
    }

    String queue() {
        return queueName(project, stack, "");
    }

    String dlq() {
        return queueName(project, stack, "-dlq");
    }

    String messageStatusTable() {
        return project + "-" + stack.key() + "-message-status";
    }

    String messageSideEffectsTable() {
        return project + "-" + stack.key() + "-message-side-effects";
    }

    private static String queueName(String project, StackSpec stack, String suffix) {
        return project + "-" + stack.key() + suffix + (stack.fifo() ? ".fifo" : "");
    }
}
