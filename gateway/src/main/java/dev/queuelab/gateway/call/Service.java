package dev.queuelab.gateway.call;

import java.util.Optional;
import java.util.stream.Stream;

/** The service that a call is for. */
public enum Service {
    SQS("AmazonSQS", "com.amazonaws.sqs#"),
    DYNAMODB("DynamoDB_20120810", "com.amazonaws.dynamodb.v20120810#");

    private final String target;
    private final String errors;

    Service(String target, String errors) {
        this.target = target;
        this.errors = errors;
    }

    /** The service that the header {@code X-Amz-Target} names; empty for another one's. */
    static Optional<Service> ofTarget(String header) {
        return Stream.of(values())
                .filter(service -> header.startsWith(service.target + "."))
                .findFirst();
    }

    /** The type of an error in a reply: its name in the service's name space. */
    String errorType(String name) {
        return errors + name;
    }
}
