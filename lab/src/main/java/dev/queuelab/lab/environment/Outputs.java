package dev.queuelab.lab.environment;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.queuelab.core.aws.AwsAccess;
import dev.queuelab.core.aws.EndpointUrl;
import dev.queuelab.core.toolbox.FileErrors;
import dev.queuelab.core.toolbox.Utf8File;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;

/**
 * The outputs document: what {@code terraform output -json} prints, and the sandbox writes.
 *
 * @param endpoints where SQS and DynamoDB listen, if not at AWS
 */
public record Outputs(String region, Map<String, Stack> stacks, Optional<AwsAccess.Endpoints> endpoints) {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** Reads a document; {@code origin} names it in errors. */
    public static Outputs parse(String text, String origin) {
        JsonNode document;
        try {
            document = JSON.readTree(text);
        } catch (JsonProcessingException e) {
            throw new EnvironmentException(origin + " is not JSON: " + e.getOriginalMessage(), e);
        }
        if (!document.isObject() || document.isEmpty()) {
            throw new EnvironmentException(origin + " has no outputs: `make infra-up` makes them");
        }
        String region = text(document.path("aws_region"), "value", origin + ": aws_region", "us-west-1");
        Map<String, Stack> stacks = new TreeMap<>();
        document.path("scenarios")
                .path("value")
                .properties()
                .forEach(entry -> stacks.put(
                        entry.getKey(),
                        stack(entry.getKey(), entry.getValue(), origin + ": scenarios." + entry.getKey())));
        if (stacks.isEmpty()) {
            throw new EnvironmentException(origin + " lists no scenarios: expected scenarios.value to be an object");
        }
        return new Outputs(region, stacks, endpoints(document.path("endpoints").path("value"), origin));
    }

    /** Reads a document from a file. */
    public static Outputs read(Path file) {
        try {
            return parse(Utf8File.read(file), file.toString());
        } catch (IOException e) {
            throw new EnvironmentException("cannot read the outputs document " + file + ": " + FileErrors.reason(e), e);
        }
    }

    private static Stack stack(String key, JsonNode value, String where) {
        return new Stack(
                key,
                text(value, "queue_url", where, "http://127.0.0.1:9324/000000000000/queue"),
                text(value, "dlq_arn", where, "arn:aws:sqs:us-west-1:000000000000:dlq"),
                value.path("dlq_url").isTextual()
                        ? Optional.of(value.path("dlq_url").textValue())
                        : Optional.empty(),
                text(value, "message_status_table", where, "message-status"),
                text(value, "message_side_effects_table", where, "message-side-effects"),
                new Stack.Declared(
                        fifo(value, where),
                        number(value, "max_receive_count", where),
                        number(value, "visibility_timeout", where),
                        number(value, "receive_wait", where)));
    }

    private static Optional<Boolean> fifo(JsonNode stack, String where) {
        JsonNode value = stack.path("fifo");
        if (isAbsent(value) || value.isBoolean()) {
            return value.isBoolean() ? Optional.of(value.booleanValue()) : Optional.empty();
        }
        throw new EnvironmentException(where + ".fifo is " + value + ": expected true or false");
    }

    /** Terraform prints null for what is not set. */
    private static boolean isAbsent(JsonNode value) {
        return value.isMissingNode() || value.isNull();
    }

    private static OptionalInt number(JsonNode stack, String field, String where) {
        JsonNode value = stack.path(field);
        if (isAbsent(value) || value.isInt()) {
            return value.isInt() ? OptionalInt.of(value.intValue()) : OptionalInt.empty();
        }
        throw new EnvironmentException(where + "." + field + " is " + value + ": expected a whole number");
    }

    private static Optional<AwsAccess.Endpoints> endpoints(JsonNode value, String origin) {
        if (isAbsent(value) || value.isEmpty()) {
            return Optional.empty();
        }
        String where = origin + ": endpoints";
        return Optional.of(new AwsAccess.Endpoints(uri(value, "sqs", where), uri(value, "dynamodb", where)));
    }

    private static URI uri(JsonNode parent, String field, String where) {
        String text = text(parent, field, where, "http://127.0.0.1:9324");
        try {
            return EndpointUrl.parse(text);
        } catch (IllegalArgumentException e) {
            throw new EnvironmentException(where + "." + field + ": " + e.getMessage(), e);
        }
    }

    private static String text(JsonNode parent, String field, String where, String example) {
        JsonNode value = parent.path(field);
        if (!value.isTextual() || value.textValue().isBlank()) {
            throw new EnvironmentException(where + "." + field + " is " + (value.isMissingNode() ? "missing" : value)
                    + ": expected text such as \"" + example + "\"");
        }
        return value.textValue();
    }
}
