package dev.queuelab.sandbox;

import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.Separators;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The document that {@code terraform output -json} prints: each output with its type (as Terraform writes types: a
 * name, or {@code ["object", {attribute: type}]}), its value, and whether it is secret. Keys are in alphabetical order,
 * as Terraform's are.
 */
final class OutputsDocument {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private final Map<String, Object> outputs = new TreeMap<>();

    OutputsDocument(String region, Endpoints endpoints, List<Stack> stacks) {
        Map<String, Object> scenarios = new TreeMap<>();
        for (Stack stack : stacks) {
            scenarios.put(stack.key(), fields(stack));
        }
        add("aws_region", region);
        add("scenarios", scenarios);
        add(
                "endpoints",
                new TreeMap<>(Map.of(
                        "sqs", endpoints.sqs().toString(),
                        "dynamodb", endpoints.dynamodb().toString())));
    }

    private static Map<String, Object> fields(Stack stack) {
        Map<String, Object> fields = new TreeMap<>();
        fields.put("queue_url", stack.queueUrl());
        fields.put("dlq_arn", stack.dlqArn());
        fields.put("dlq_url", stack.dlqUrl());
        fields.put("message_status_table", stack.messageStatusTable());
        fields.put("message_side_effects_table", stack.messageSideEffectsTable());
        fields.put("fifo", stack.fifo());
        fields.put("max_receive_count", stack.maxReceiveCount());
        fields.put("receive_wait", stack.settings().receiveWaitSeconds());
        fields.put("visibility_timeout", stack.settings().visibilityTimeoutSeconds());
        return fields;
    }

    String json() {
        DefaultPrettyPrinter printer = new DefaultPrettyPrinter(
                        Separators.createDefaultInstance().withObjectFieldValueSpacing(Separators.Spacing.AFTER))
                .withObjectIndenter(new DefaultIndenter("  ", "\n"))
                .withArrayIndenter(new DefaultIndenter("  ", "\n"));
        try {
            return MAPPER.writer(printer).writeValueAsString(outputs) + "\n";
        } catch (IOException e) {
            throw new IllegalStateException("maps of strings are always JSON", e);
        }
    }

    /** Replaces the file atomically, and creates the folders above it. */
    void write(Path file) throws IOException {
        Path target = file.toAbsolutePath();
        Path folder = target.getParent();
        if (folder == null) {
            throw new IOException("a folder, not a file");
        }
        Files.createDirectories(folder);
        Path draft = Files.createTempFile(folder, target.getFileName().toString(), ".tmp");
        try {
            Files.writeString(draft, json());
            Files.move(draft, target, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(draft);
        }
    }

    private void add(String name, Object value) {
        outputs.put(name, new TreeMap<>(Map.of("sensitive", false, "type", typeOf(value), "value", value)));
    }

    private static Object typeOf(Object value) {
        if (value instanceof Boolean) {
            return "bool";
        }
        if (value instanceof Number) {
            return "number";
        }
        if (!(value instanceof Map<?, ?> object)) {
            return "string";
        }
        Map<Object, Object> attributes = new TreeMap<>();
        object.forEach((name, attribute) -> attributes.put(name, typeOf(attribute)));
        return List.of("object", attributes);
    }
}
