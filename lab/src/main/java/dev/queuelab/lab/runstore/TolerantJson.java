package dev.queuelab.lab.runstore;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Reads JSON that may be missing or cut short, and notes what could not be read. */
final class TolerantJson {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final List<String> notes;

    TolerantJson(List<String> notes) {
        this.notes = notes;
    }

    /** The object in a file; an empty one if there is none. */
    JsonNode document(Path file) {
        if (Files.exists(file)) {
            try {
                JsonNode document = JSON.readTree(Files.readAllBytes(file));
                if (document.isObject()) {
                    return document;
                }
                notes.add(file.getFileName() + " is not a JSON object.");
            } catch (IOException e) {
                notes.add(file.getFileName() + " could not be read: " + e.getMessage());
            }
        }
        return JSON.createObjectNode();
    }

    /** The objects in a file, one a line; a last line without its line feed is left out in silence, as not yet written. */
    List<JsonNode> lines(Path file) {
        if (!Files.exists(file)) {
            return List.of();
        }
        List<JsonNode> objects = new ArrayList<>();
        int unread = 0;
        for (String line : wholeLines(file)) {
            try {
                objects.add(JSON.readTree(line));
            } catch (JsonProcessingException e) {
                unread++;
            }
        }
        if (unread > 0) {
            notes.add(unread + " lines of " + file.getFileName() + " are not JSON.");
        }
        return objects;
    }

    private List<String> wholeLines(Path file) {
        try {
            String text = new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
            return text.substring(0, text.lastIndexOf('\n') + 1).lines().toList();
        } catch (IOException e) {
            notes.add(file.getFileName() + " could not be read: " + e.getMessage());
            return List.of();
        }
    }
}
