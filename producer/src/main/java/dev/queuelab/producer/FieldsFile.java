package dev.queuelab.producer;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A file of JSON objects, one a line: the fields of the Nth go into the Nth message, in place of its own of that name. */
record FieldsFile(Path path, List<ObjectNode> objects) {
    private static final ObjectMapper JSON = new ObjectMapper();

    /**
     * Reads the file.
     *
     * @throws IOException if it cannot be read, or a line is no JSON object; the message says which
     */
    static FieldsFile read(Path path) throws IOException {
        List<ObjectNode> objects = new ArrayList<>();
        for (String line : Files.readAllLines(path)) {
            objects.add(object(line, objects.size() + 1));
        }
        return new FieldsFile(path, List.copyOf(objects));
    }

    private static ObjectNode object(String line, int number) throws IOException {
        try {
            JsonNode node = JSON.readTree(line);
            if (node instanceof ObjectNode object) {
                return object;
            }
        } catch (JsonProcessingException e) {
            // falls through to the same sentence
        }
        throw new IOException("line " + number + " is no JSON object");
    }

    ObjectNode of(long index) {
        return objects.get(Math.toIntExact(index));
    }

    @Override
    public String toString() {
        return path.toString();
    }
}
