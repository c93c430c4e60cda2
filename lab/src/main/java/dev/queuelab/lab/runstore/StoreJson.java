package dev.queuelab.lab.runstore;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The JSON of a run folder. Instants are ISO 8601 text; absent values are left out. Reading passes over fields that a
 * record does not have, and refuses a document that lacks one that it needs.
 */
final class StoreJson {
    static final ObjectMapper MAPPER = JsonMapper.builder()
            .addModule(new Jdk8Module())
            .addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
            .defaultPropertyInclusion(
                    JsonInclude.Value.construct(JsonInclude.Include.NON_ABSENT, JsonInclude.Include.NON_ABSENT))
            .build();

    private StoreJson() {}

    static String line(Object value) {
        try {
            return MAPPER.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("not expressible as JSON: " + value, e);
        }
    }

    static String document(Object value) {
        return MAPPER.valueToTree(value).toPrettyString() + "\n";
    }

    /** The document in a file. If there is none, or it cannot be read, a sentence in {@code notes} says so. */
    static <T> Optional<T> read(Path file, Class<T> type, List<String> notes) {
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        try {
            return Optional.of(MAPPER.readValue(Files.readAllBytes(file), type));
        } catch (JsonProcessingException e) {
            notes.add(file.getFileName() + " could not be read: " + e.getOriginalMessage());
        } catch (IOException e) {
            notes.add(file.getFileName() + " could not be read: " + e.getMessage());
        }
        return Optional.empty();
    }

    /** The objects in a file, one a line. A last line without its line feed is not written to its end, and left out. */
    static <T> List<T> readLines(Path file, Class<T> type, List<String> notes) {
        if (!Files.exists(file)) {
            return List.of();
        }
        List<T> objects = new ArrayList<>();
        int unread = 0;
        for (String line : completeLines(file, notes)) {
            try {
                objects.add(MAPPER.readValue(line, type));
            } catch (JsonProcessingException e) {
                unread++;
            }
        }
        if (unread > 0) {
            notes.add(unread + " lines of " + file.getFileName() + " could not be read.");
        }
        return objects;
    }

    private static List<String> completeLines(Path file, List<String> notes) {
        try {
            String text = new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
            return text.substring(0, text.lastIndexOf('\n') + 1).lines().toList();
        } catch (IOException e) {
            notes.add(file.getFileName() + " could not be read: " + e.getMessage());
            return List.of();
        }
    }
}
