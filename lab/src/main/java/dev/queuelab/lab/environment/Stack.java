package dev.queuelab.lab.environment;

import dev.queuelab.core.aws.ErrorCodes;
import java.util.Optional;
import java.util.OptionalInt;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.SqsException;

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
        String messageSideEffectsTable,
        Declared declared) {

    /**
     * What the stack was declared to be; a document from elsewhere may say none of it.
     *
     * @param visibilitySeconds how long a received message stays hidden
     * @param waitSeconds how long a receive waits for a message
     */
    public record Declared(
            Optional<Boolean> fifo,
            OptionalInt maxReceiveCount,
            OptionalInt visibilitySeconds,
            OptionalInt waitSeconds) {}

    /** Whether its queues are FIFO: as declared, or else as the name says, since that of a FIFO queue ends so. */
    public boolean fifo() {
        return declared.fifo().orElse(queueUrl.endsWith(".fifo"));
    }

    /** The name that the dead-letter queue's ARN ends with. */
    public String dlqName() {
        return dlqArn.substring(dlqArn.lastIndexOf(':') + 1);
    }

    /** The dead-letter queue's URL, asked for where the document does not name it; empty if there is no such queue. */
    public Optional<String> dlqUrl(SqsClient sqs) {
        return dlqUrl.or(() -> {
            try {
                return Optional.of(
                        sqs.getQueueUrl(request -> request.queueName(dlqName())).queueUrl());
            } catch (SqsException e) {
                if (ErrorCodes.isGone(e)) {
                    return Optional.empty();
                }
                throw e;
            }
        });
    }
}
