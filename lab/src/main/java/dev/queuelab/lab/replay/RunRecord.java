package dev.queuelab.lab.replay;

import com.fasterxml.jackson.databind.JsonNode;
import dev.queuelab.core.history.Entry;
import dev.queuelab.core.history.Event;
import dev.queuelab.core.history.History;
import dev.queuelab.core.history.HistoryReader;
import dev.queuelab.lab.runstore.EvidenceDocument;
import dev.queuelab.lab.runstore.RunFolder;
import dev.queuelab.lab.runstore.StoredRun;
import dev.queuelab.scenarios.check.Evidence;
import dev.queuelab.scenarios.check.Messages;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/**
 * What a run left, as far as judging it again takes: read to the letter, since a report may leave out what it cannot read,
 * and a judge may not.
 *
 * @param run the run document
 * @param verdict how the run itself came out; empty if it was killed
 */
record RunRecord(RunFolder folder, JsonNode run, JsonNode verdict, Evidence evidence) {

    /** @throws NotReplayableException if something of it is missing */
    static RunRecord read(Path path) {
        StoredRun stored = StoredRun.read(path);
        if (stored.evidence().isEmpty()) {
            throw new NotReplayableException(path + " has no evidence.json: the run ended before its checks were made");
        }
        RunFolder folder = new RunFolder(stored.folder(), text(stored.run(), "run"));
        History history = HistoryReader.readFolder(folder.histories());
        try {
            return new RunRecord(
                    folder, stored.run(), stored.verdict(), EvidenceDocument.read(stored.evidence(), history));
        } catch (IllegalArgumentException e) {
            throw new NotReplayableException(
                    folder.evidence() + " does not tell all that checks need: " + e.getMessage(), e);
        }
    }

    String scenario() {
        return text(run, "scenario");
    }

    long seed() {
        return required(run, "seed").asLong();
    }

    /** The scenario's options, as a command line would set them. */
    List<String> options() {
        return required(run, "options").valueStream().map(JsonNode::asText).toList();
    }

    Duration visibilityTimeout() {
        return Duration.ofSeconds(
                required(required(run, "queue"), "visibilityTimeoutSeconds").asLong());
    }

    int maxReceiveCount() {
        return required(required(run, "queue"), "maxReceiveCount").asInt();
    }

    /** What a producer sent. */
    Messages sentBy(String producer) {
        List<Entry> entries = evidence.history().entries().stream()
                .filter(entry -> entry.process().equals(producer))
                .toList();
        if (entries.isEmpty()) {
            throw new NotReplayableException("the story starts " + producer + ", of which there is no history");
        }
        return Messages.sentIn(History.of(entries));
    }

    <E extends Event> List<E> facts(Class<E> kind) {
        return evidence.history().all(kind).toList();
    }

    private static String text(JsonNode document, String name) {
        return required(document, name).asText();
    }

    private static JsonNode required(JsonNode document, String name) {
        JsonNode value = document.path(name);
        if (value.isMissingNode()) {
            throw new NotReplayableException("run.json does not tell \"" + name + "\", which judging it again takes");
        }
        return value;
    }
}
