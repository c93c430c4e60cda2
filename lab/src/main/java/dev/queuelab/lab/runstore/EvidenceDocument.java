package dev.queuelab.lab.runstore;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.queuelab.core.history.History;
import dev.queuelab.scenarios.check.Depth;
import dev.queuelab.scenarios.check.Evidence;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What was found on the stack when the checks were made, in {@code evidence.json}: with the histories it is all that the
 * checks judged. A story that checks more than once leaves the last of them.
 */
public final class EvidenceDocument {
    private static final ObjectMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
            .build();

    private EvidenceDocument() {}

    /**
     * What was written, with the histories beside it.
     *
     * @throws IllegalArgumentException if it is not such a document
     */
    public static Evidence read(JsonNode document, History history) {
        return new Evidence(
                history,
                JSON.convertValue(document.required("queue"), Depth.class),
                JSON.convertValue(document.required("deadLetterQueue"), Depth.class),
                JSON.convertValue(document.required("deadLetters"), new TypeReference<List<Evidence.DeadLetter>>() {}),
                JSON.convertValue(document.required("effects"), new TypeReference<Map<String, Evidence.Effect>>() {}),
                JSON.convertValue(document.required("books"), new TypeReference<Map<String, Evidence.Book>>() {}),
                JSON.convertValue(document.required("silent"), new TypeReference<Set<String>>() {}));
    }

    public static void write(RunFolder folder, Evidence evidence, Instant at) {
        ObjectNode document = JSON.createObjectNode().put("format", 1).put("at", at.toString());
        document.set("queue", JSON.valueToTree(evidence.queue()));
        document.set("deadLetterQueue", JSON.valueToTree(evidence.deadLetterQueue()));
        document.set("deadLetters", JSON.valueToTree(evidence.deadLetters()));
        document.set("effects", JSON.valueToTree(evidence.effects()));
        document.set("books", JSON.valueToTree(evidence.books()));
        document.set("silent", JSON.valueToTree(evidence.silent()));
        folder.writeWhole(folder.evidence(), document);
    }
}
