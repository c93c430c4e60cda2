package dev.queuelab.gateway.call;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The service that a call is for. */
public enum Service {
    SQS("AmazonSQS", "com.amazonaws.sqs#", "sqs"),
    DYNAMODB("DynamoDB_20120810", "com.amazonaws.dynamodb.v20120810#", "dynamodb"),
    /** The gateway's own external service. It is known by its path, so that no header names it. */
    EFFECTS("", "", "");

    private final String target;
    private final String errors;
    private final String signingName;

    Service(String target, String errors, String signingName) {
        this.target = target;
        this.errors = errors;
        this.signingName = signingName;
    }

    /** The name of the service in a signature's scope. */
    public String signingName() {
        return signingName;
    }

    /** The service that a signature's scope names; empty for another one's. */
    public static Optional<Service> ofSigningName(String name) {
        return Stream.of(values())
                .filter(service -> service != EFFECTS && service.signingName.equals(name))
                .findFirst();
    }

    /** All names that {@link #ofSigningName} knows. */
    public static List<String> signingNames() {
        return Stream.of(SQS, DYNAMODB).map(Service::signingName).toList();
    }

    /** The service that the header {@code X-Amz-Target} names; empty for another one's. */
    static Optional<Service> ofTarget(String header) {
        return Stream.of(values())
                .filter(service -> service != EFFECTS && header.startsWith(service.target + "."))
                .findFirst();
    }

    /** The type of an error in a reply: its name in the service's name space. */
    String errorType(String name) {
        return errors + name;
    }
}
