package dev.queuelab.sandbox;

/** One stack that exists: where its queues and tables are. */
record Stack(
        String key,
        String queueUrl,
        String dlqArn,
        String dlqUrl,
        String messageStatusTable,
        String messageSideEffectsTable) {}
