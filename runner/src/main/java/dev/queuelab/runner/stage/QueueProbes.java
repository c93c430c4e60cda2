package dev.queuelab.runner.stage;

import dev.queuelab.runner.environment.EnvironmentException;
import dev.queuelab.runner.environment.Stack;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.QueueDoesNotExistException;

/** A stack's queue and its dead-letter queue. */
record QueueProbes(QueueProbe queue, QueueProbe deadLetterQueue) {

    /** @throws EnvironmentException if a queue does not exist */
    static QueueProbes of(Stack stack, SqsClient sqs) {
        return new QueueProbes(
                new QueueProbe(sqs, stack.queueUrl()),
                new QueueProbe(sqs, stack.dlqUrl().orElseGet(() -> urlOf(stack, sqs))));
    }

    private static String urlOf(Stack stack, SqsClient sqs) {
        String name = stack.dlqArn().substring(stack.dlqArn().lastIndexOf(':') + 1);
        try {
            return sqs.getQueueUrl(request -> request.queueName(name)).queueUrl();
        } catch (QueueDoesNotExistException e) {
            throw new EnvironmentException(
                    "stack " + stack.key() + " has no queue " + name + ", its dead-letter queue", e);
        }
    }
}
