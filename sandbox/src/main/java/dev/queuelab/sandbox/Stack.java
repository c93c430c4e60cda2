package dev.queuelab.sandbox;

/**
 * One stack that exists: where its queues and tables are, and what its queues were made to be.
 *
 * @param maxReceiveCount how many receives a message gets before it is moved to the dead-letter queue
 */
record Stack(
        String key,
        String queueUrl,
        String dlqArn,
        String dlqUrl,
        String messageStatusTable,
        String messageSideEffectsTable,
        boolean fifo,
        int maxReceiveCount,
        QueueSettings settings) {}
