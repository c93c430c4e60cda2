package dev.queuelab.runner.environment;

import java.util.Optional;

/**
 * One scenario key's queue, dead-letter queue and tables.
 *
 * @param dlqUrl absent in a document from elsewhere; SQS then knows it by the name in {@code dlqArn}
 */
public record Stack(
        String key,
        String queueUrl,
        String dlqArn,
        Optional<String> dlqUrl,
        String messageStatusTable,
        String messageSideEffectsTable) {}
