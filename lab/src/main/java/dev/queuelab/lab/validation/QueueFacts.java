package dev.queuelab.lab.validation;

import dev.queuelab.core.aws.ErrorCodes;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;
import software.amazon.awssdk.services.sqs.model.SqsException;

/**
 * What SQS reports about a queue.
 *
 * @param attributes empty if there is no such queue
 */
record QueueFacts(String name, Optional<Map<QueueAttributeName, String>> attributes) {
    static QueueFacts none(String name) {
        return new QueueFacts(name, Optional.empty());
    }

    /** One call. */
    static QueueFacts read(SqsClient sqs, String url) {
        String name = url.substring(url.lastIndexOf('/') + 1);
        try {
            return new QueueFacts(
                    name,
                    Optional.of(sqs.getQueueAttributes(
                                    request -> request.queueUrl(url).attributeNames(QueueAttributeName.ALL))
                            .attributes()));
        } catch (SqsException e) {
            if (ErrorCodes.isGone(e)) {
                return none(name);
            }
            throw e;
        }
    }

    boolean exists() {
        return attributes.isPresent();
    }

    Optional<String> attribute(QueueAttributeName attribute) {
        return attributes.map(all -> all.get(attribute));
    }
}
