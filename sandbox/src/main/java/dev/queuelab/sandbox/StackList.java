package dev.queuelab.sandbox;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * The list of stacks in {@code terraform/scenarios.json}: {@code {"happy": {}, "fifo-order": {"fifo": true}, ...}}. A
 * setting that is left out has its default. An unknown field is refused: a stack that silently lacks a setting would
 * test something else.
 */
record StackList(List<StackSpec> stacks) {
    private static final String BUILT_IN = "scenarios.json";
    private static final JsonMapper STRICT = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    StackList {
        stacks = List.copyOf(stacks);
        if (stacks.isEmpty()) {
            throw new InvalidStackListException("the list has no stack; at least one is needed");
        }
    }

    /** The list that the build packed into the jar. */
    static StackList builtIn() {
        try (InputStream in = Objects.requireNonNull(StackList.class.getResourceAsStream(BUILT_IN), BUILT_IN)) {
            return parse(in.readAllBytes());
        } catch (IOException e) {
            throw new InvalidStackListException("the built-in list cannot be read: " + e.getMessage());
        }
    }

    static StackList read(Path file) {
        try {
            return parse(Files.readAllBytes(file));
        } catch (NoSuchFileException e) {
            throw new InvalidStackListException("there is no such file");
        } catch (IOException e) {
            throw new InvalidStackListException("the file cannot be read: " + e.getMessage());
        }
    }

    static StackList parse(byte[] json) {
        JsonNode root;
        try {
            root = STRICT.readTree(json);
        } catch (JsonProcessingException e) {
            throw new InvalidStackListException("not JSON at " + place(e) + ": " + e.getOriginalMessage());
        } catch (IOException e) {
            throw new InvalidStackListException("the list cannot be read: " + e.getMessage());
        }
        if (!root.isObject()) {
            throw new InvalidStackListException("the list is not an object of stack keys, such as {\"happy\": {}}");
        }
        List<StackSpec> stacks = new ArrayList<>();
        for (Map.Entry<String, JsonNode> entry : root.properties()) {
            stacks.add(stack(entry.getKey(), entry.getValue()));
        }
        return new StackList(stacks);
    }

    private static StackSpec stack(String key, JsonNode value) {
        for (Map.Entry<String, JsonNode> field : value.properties()) {
            if (!field.getKey().equals("fifo")) {
                throw new InvalidStackListException(
                        "the stack '" + key + "' has an unknown field '" + field.getKey() + "'; known: fifo");
            }
        }
        JsonNode fifo = value.path("fifo");
        if (!value.isObject() || !(fifo.isMissingNode() || fifo.isBoolean())) {
            throw new InvalidStackListException("the stack '" + key + "' is " + value
                    + "; accepted: {} or {\"fifo\": false} for a standard queue, {\"fifo\": true} for a FIFO queue");
        }
        return new StackSpec(key, fifo.booleanValue());
    }

    private static String place(JsonProcessingException e) {
        return e.getLocation() == null
                ? "an unknown place"
                : "line " + e.getLocation().getLineNr() + ", column "
                        + e.getLocation().getColumnNr();
    }
}
