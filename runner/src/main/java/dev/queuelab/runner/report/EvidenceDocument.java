package dev.queuelab.runner.report;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.queuelab.scenarios.check.Evidence;
import java.time.Instant;

/**
 * What was found on the stack when the checks were made, in {@code evidence.json}: with the histories it is all that the
 * checks judged. A story that checks more than once leaves the last of them.
 */
public final class EvidenceDocument {
    private static final ObjectMapper JSON = new ObjectMapper();

    private EvidenceDocument() {}

    public static void write(RunFolder folder, Evidence evidence, Instant at) {
        ObjectNode document = JSON.createObjectNode().put("format", 1).put("at", at.toString());
        document.set("queue", JSON.valueToTree(evidence.queue()));
        document.set("deadLetterQueue", JSON.valueToTree(evidence.deadLetterQueue()));
        document.set("deadLetters", JSON.valueToTree(evidence.deadLetters()));
        document.set("effects", JSON.valueToTree(evidence.effects()));
        folder.writeWhole(folder.evidence(), document);
    }
}
