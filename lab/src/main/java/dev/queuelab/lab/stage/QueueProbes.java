package dev.queuelab.lab.stage;

import dev.queuelab.lab.environment.EnvironmentException;
import dev.queuelab.lab.environment.Stack;
import software.amazon.awssdk.services.sqs.SqsClient;

/** A stack's queue and its dead-letter queue. */
record QueueProbes(QueueProbe queue, QueueProbe deadLetterQueue) {

    /** @throws EnvironmentException if the dead-letter queue does not exist */
    static QueueProbes of(Stack stack, SqsClient sqs) {
        String deadLetterQueue = stack.dlqUrl(sqs)
                .orElseThrow(() -> new EnvironmentException(
                        "stack " + stack.key() + " has no queue " + stack.dlqName() + ", its dead-letter queue"));
        return new QueueProbes(new QueueProbe(sqs, stack.queueUrl()), new QueueProbe(sqs, deadLetterQueue));
    }
}
