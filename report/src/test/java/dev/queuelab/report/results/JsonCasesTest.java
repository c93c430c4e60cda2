package dev.queuelab.report.results;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.queuelab.scenarios.cases.CaseKind;
import dev.queuelab.scenarios.cases.Cases;
import dev.queuelab.scenarios.cases.ConformanceCase;
import dev.queuelab.scenarios.cases.Severity;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JsonCasesTest {
    private static final PublishedSchema SCHEMA = PublishedSchema.of("cases");
    private static final String ONE =
            JsonCases.text(List.of(Cases.find("freeze/goes-on").orElseThrow()));

    @Test
    void allAreAsTheirSchemaSays() {
        assertThat(SCHEMA.objectionsTo(JsonCases.text(Cases.all()))).isEmpty();
    }

    @Test
    void eachHasAllThatIsKnownOfIt() throws IOException {
        JsonNode one = new ObjectMapper().readTree(ONE).path("cases").path(0);

        assertThat(new ObjectMapper().convertValue(one, new TypeReference<Map<String, Object>>() {}))
                .containsEntry("id", "freeze/goes-on")
                .containsEntry("kind", "freeze")
                .containsEntry("answers", "library")
                .containsEntry("severity", "stall")
                .containsEntry("level", "wire")
                .containsEntry("scenario", "freeze-alone")
                .containsEntry("everyPlay", false)
                .containsEntry("checks", List.of("queue drained", "stayed up", "kept receiving"))
                .containsEntry(
                        "command", "java -jar dist/runner.jar conformance --case freeze/goes-on --consumer-cmd CMD");
        assertThat(one.path("claim").asText()).startsWith("A consumer that stood still ");
        assertThat(one.path("source").path("address").asText()).endsWith("/celery/kombu/issues/1198");
    }

    @Test
    void theSchemaKnowsEverySeverityThatThereIs() {
        String severities = Stream.of(Severity.values())
                .map(severity -> "\"" + severity.label() + "\"")
                .collect(Collectors.joining(", ", "[", "]"));

        assertThat(SCHEMA.file()).content().contains("\"enum\": " + severities);
    }

    @Test
    void aCaseThatEveryPlayJudgesSaysSo() throws IOException {
        List<ConformanceCase> everywhere = Cases.of(CaseKind.of("liveness").orElseThrow());

        JsonNode cases = new ObjectMapper().readTree(JsonCases.text(everywhere)).path("cases");

        assertThat(cases)
                .isNotEmpty()
                .allSatisfy(one -> assertThat(one.path("everyPlay").asBoolean()).isTrue());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '>', textBlock = """
                    "format" : 1               >  "format" : 2
                    "format" : 1               >  "format" : 1, "more" : 0
                    "id" : "freeze/goes-on"    >  "id" : "goes-on"
                    "kind" : "freeze"          >  "kind" : "Freeze"
                    "level" : "wire"           >  "level" : "none"
                    "severity" : "stall"       >  "severity" : "bad"
                    "answers" : "library"      >  "answers" : "nobody"
                    "claim" :                  >  "sentence" :
                    "everyPlay" : false        >  "everyPlay" : "no"
                    "address" : "https:        >  "address" : "ftp:
                    "command" : "java          >  "command" : "", "other" : "java
                    """, quoteCharacter = '\'')
    void theSchemaRefusesAnythingElse(String part, String wrong) {
        assertThat(ONE).contains(part);

        assertThat(SCHEMA.objectionsTo(ONE.replace(part, wrong))).isNotEmpty();
    }
}
