package dev.queuelab.runner.docs;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.queuelab.core.history.HistoryFile;
import dev.queuelab.core.history.OneOfEach;
import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The schema of a history's lines, which others write by, is the format that ours are written in. */
class HistorySchemaTest {
    private static final Path FILE = Path.of("../docs/schemas/history.schema.json");
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Schema schema;

    HistorySchemaTest() throws IOException {
        schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(Files.readString(FILE));
    }

    @Test
    void acceptsEveryLineThatOursWrite(@TempDir Path temp) throws IOException {
        List<String> lines = written(temp.resolve("h.jsonl"));

        assertThat(lines)
                .hasSameSizeAs(OneOfEach.EVENTS)
                .allSatisfy(line -> assertThat(problems(line)).as(line).isEmpty());
    }

    @Test
    void namesTheFieldsThatEventsHave(@TempDir Path temp) throws IOException {
        JsonNode kinds = JSON.readTree(FILE.toFile()).path("$defs");
        List<String> lines = written(temp.resolve("h.jsonl"));

        for (int place = 0; place < lines.size(); place++) {
            Class<?> type = OneOfEach.EVENTS.get(place).getClass();
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
            OneOfEach.EVENTS.forEach(history::record);
        }
        return Files.readAllLines(file);
    }

    private static List<String> texts(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false)
                .map(JsonNode::asText)
                .toList();
    }
}
