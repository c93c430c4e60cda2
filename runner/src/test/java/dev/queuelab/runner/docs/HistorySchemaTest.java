package dev.queuelab.runner.docs;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.queuelab.core.history.Event;
import dev.queuelab.core.history.HistoryFile;
import dev.queuelab.core.history.SkipReason;
import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The schema of a history's lines, which others write by, is the format that ours are written in. */
class HistorySchemaTest {
    private static final Path FILE = Path.of("../docs/schemas/history.schema.json");
    private static final ObjectMapper JSON = new ObjectMapper();

    private static final List<Event> ONE_OF_EACH = List.of(
            new Event.Started("consumer", 7, Map.of("MAX_MESSAGES", "10")),
            new Event.Sending("a"),
            new Event.Sent("a", "m", false),
            new Event.SendFailed("a", "refused", true),
            new Event.Received("a", "m", 1, Instant.EPOCH, null),
            new Event.Skipped("a", "a", SkipReason.COMPLETED),
            new Event.EffectAttempted("a", "a"),
            new Event.EffectPerformed("a", "a", 1),
            new Event.Completed("a"),
            new Event.Deleted("a", "m"),
            new Event.DeleteStale("a", "m", "stale"),
            new Event.HandedBack("a", "m"),
            new Event.Rejected("a", "m", "poison"),
            new Event.Failed("a", "m", "deleting", "no network"),
            new Event.Expired("a", "m", 5),
            new Event.Crashed("a", "after receive"),
            new Event.ShutdownRequested(),
            new Event.Stopped("limit", Map.of("Sqs.ReceiveMessage", 1L)),
            new Event.Signalled("consumer-1", "TERM"),
            new Event.Exited("consumer-1", 0),
            new Event.QueueSeen("consumer-1", Event.QueueSeen.AFTER_END, 1, 2),
            new Event.PurgeAnswered(true, "accepted"),
            new Event.RedriveSeen("RUNNING", 1, 2),
            new Event.ScalingDecided(1, 2, 3, 0.5, "it grows"));

    private final Schema schema;

    HistorySchemaTest() throws IOException {
        schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(Files.readString(FILE));
    }

    @Test
    void everyKindOfEventIsTried() {
        assertThat(ONE_OF_EACH).extracting(event -> (Object) event.getClass()).containsExactly((Object[])
                Event.class.getPermittedSubclasses());
    }

    @Test
    void acceptsEveryLineThatOursWrite(@TempDir Path temp) throws IOException {
        List<String> lines = written(temp.resolve("h.jsonl"));

        assertThat(lines)
                .hasSameSizeAs(ONE_OF_EACH)
                .allSatisfy(line -> assertThat(problems(line)).as(line).isEmpty());
    }

    @Test
    void namesTheFieldsThatEventsHave(@TempDir Path temp) throws IOException {
        JsonNode kinds = JSON.readTree(FILE.toFile()).path("$defs");
        List<String> lines = written(temp.resolve("h.jsonl"));

        for (int place = 0; place < lines.size(); place++) {
            Class<?> type = ONE_OF_EACH.get(place).getClass();
            String kind = JSON.readTree(lines.get(place)).path("event").asText();
            List<String> fields = new ArrayList<>(List.of("event"));
            Arrays.stream(type.getRecordComponents())
                    .map(RecordComponent::getName)
                    .forEach(fields::add);
            assertThat(texts(kinds.path(kind).path("required"))).as(kind).containsExactlyElementsOf(fields);
            assertThat(kinds.path(kind).path("properties").fieldNames())
                    .toIterable()
                    .containsExactlyElementsOf(fields);
        }
        assertThat(kinds).hasSameSizeAs(lines);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "[]",
                "'completed'",
                "{'process':'c','seq':1,'at':'2026-01-01T00:00:00Z'}",
                "{'process':'c','seq':1,'at':'2026-01-01T00:00:00Z','event':'finished','id':'a'}",
                "{'process':'c','seq':1,'at':'2026-01-01T00:00:00Z','event':'completed'}",
                "{'process':'c','seq':1,'at':'2026-01-01T00:00:00Z','event':'completed','id':7}",
                "{'process':'c','seq':0,'at':'2026-01-01T00:00:00Z','event':'completed','id':'a'}",
                "{'process':'c','seq':1,'at':'yesterday','event':'completed','id':'a'}",
                "{'process':'c','seq':1,'at':1767225600,'event':'completed','id':'a'}",
                "{'process':'','seq':1,'at':'2026-01-01T00:00:00Z','event':'completed','id':'a'}",
                "{'seq':1,'at':'2026-01-01T00:00:00Z','event':'completed','id':'a'}",
                "{'process':'c','seq':1,'at':'2026-01-01T00:00:00Z','event':'skipped','id':'a','key':'a','reason':'WHY'}",
            })
    void refusesNonsense(String line) {
        assertThat(problems(line.replace('\'', '"'))).as(line).isNotEmpty();
    }

    private List<String> problems(String line) {
        return schema.validate(line, InputFormat.JSON).stream()
                .map(Object::toString)
                .toList();
    }

    private static List<String> written(Path file) throws IOException {
        try (HistoryFile history = HistoryFile.begin(file, "consumer-1", Clock.systemUTC())) {
            ONE_OF_EACH.forEach(history::record);
        }
        return Files.readAllLines(file);
    }

    private static List<String> texts(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false)
                .map(JsonNode::asText)
                .toList();
    }
}
