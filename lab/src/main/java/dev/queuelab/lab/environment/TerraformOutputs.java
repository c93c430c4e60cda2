package dev.queuelab.lab.environment;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.stream.StreamSupport;

/**
 * The outputs document in what {@code terraform output -json} prints. Newer versions, and wrappers, print warnings to
 * standard output as well; words before or after the document are ignored.
 */
public record TerraformOutputs(JsonNode document) {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** The document among other words; empty if there is none. */
    static Optional<TerraformOutputs> find(String printed) {
        Optional<TerraformOutputs> empty = Optional.empty();
        for (int start = 0; start >= 0 && start < printed.length(); start = nextLine(printed, start)) {
            Optional<TerraformOutputs> found = at(printed.substring(start));
            if (found.isPresent() && !found.get().isEmpty()) {
                return found;
            }
            empty = empty.or(() -> found);
        }
        return empty;
    }

    private static int nextLine(String text, int start) {
        int end = text.indexOf('\n', start);
        return end < 0 ? -1 : end + 1;
    }

    private static Optional<TerraformOutputs> at(String text) {
        if (!text.startsWith("{")) {
            return Optional.empty();
        }
        try (JsonParser parser = JSON.createParser(text)) {
            JsonNode node = JSON.readTree(parser);
            return isDocument(node) ? Optional.of(new TerraformOutputs(node)) : Optional.empty();
        } catch (JsonProcessingException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException("a text in memory is always readable", e);
        }
    }

    /** Each output is an object with its value in it. */
    private static boolean isDocument(JsonNode node) {
        return node.isObject()
                && StreamSupport.stream(node.spliterator(), false).allMatch(output -> output.has("value"));
    }

    /** Whether nothing is made, or everything was destroyed. */
    public boolean isEmpty() {
        return document.isEmpty();
    }

    /** Whether the state has stacks. */
    public boolean hasStacks() {
        return !document.path("scenarios").path("value").isEmpty()
                || document.path("queue_url").path("value").isTextual();
    }

    /** Where the stacks are if they are on an emulator, as the JSON value of Terraform's variable {@code endpoints}. */
    public Optional<String> endpoints() {
        JsonNode value = document.path("endpoints").path("value");
        return value.isObject() ? Optional.of(value.toString()) : Optional.empty();
    }
}
