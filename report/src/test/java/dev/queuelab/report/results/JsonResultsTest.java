package dev.queuelab.report.results;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.FieldSource;

class JsonResultsTest {
    static final List<SuiteResults> SAMPLES = List.of(
            Sample.nothingYet(),
            Sample.whole(),
            Sample.brokenOff(),
            Sample.sideBySide(),
            Sample.controls(),
            Sample.withFaults(),
            Sample.conformance());

    @ParameterizedTest
    @FieldSource("SAMPLES")
    void isAsItsSchemaSays(SuiteResults results) {
        assertThat(ResultsSchema.objectionsTo(JsonResults.text(results))).isEmpty();
    }

    @Test
    void looksLikeItsGoldenFiles() throws IOException {
        Golden.assertIs(JsonResults.text(Sample.brokenOff()), "broken-off.json");
        Golden.assertIs(JsonResults.text(Sample.controls()), "controls.json");
    }

    @Test
    void faultsAreCountedByNameWhereThereWasAGateway() throws IOException {
        JsonNode plays = new ObjectMapper()
                .readTree(JsonResults.text(Sample.withFaults()))
                .path("plays");

        assertThat(plays.path(0).path("faults")).hasToString("{\"reply-lost\":3}");
        assertThat(plays.path(1).path("faults")).hasToString("{}");
        assertThat(JsonResults.text(Sample.whole())).doesNotContain("faults");
    }

    @Test
    void eachCaseHasItsResultAndWhatItRestsOn() throws IOException {
        JsonNode cases = new ObjectMapper()
                .readTree(JsonResults.text(Sample.conformance()))
                .path("cases");

        assertThat(cases.findValuesAsText("result"))
                .containsExactly("broken", "held", "not-judged", "not-applicable", "held");
        assertThat(cases.path(0).path("why").asText()).startsWith("nothing lost: 1 of 3 lost: ");
        assertThat(cases.path(0).path("folders")).hasToString("[\"/runs/crash\"]");
        assertThat(cases.path(1).has("why")).isFalse();
        assertThat(cases.path(3).path("why").asText()).isEqualTo("needs poison-marker");
        assertThat(cases.path(4).path("answers").asText()).isEqualTo("application");
        assertThat(JsonResults.text(Sample.whole())).doesNotContain("\"cases\"");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '>', textBlock = """
                    "format" : 1          >  "format" : 2
                    "format" : 1          >  "format" : 1, "more" : 0
                    "command" : "run"     >  "commands" : "run"
                    "seed" : 42           >  "seeds" : 42
                    "verdict" : "FAIL"    >  "verdict" : "FAILED"
                    "seconds" : 4.2       >  "seconds" : "4.2"
                    "seconds" : 4.2       >  "seconds" : -4.2
                    "begun" : "2026       >  "begun" : "on 2026
                    "findings" :          >  "findings" : [ ], "finding" :
                    "messages" : 3        >  "messages" : 3.5
                    "scenario" : "happy"  >  "scenario" : "Happy"
                    """, quoteCharacter = '\'')
    void itsSchemaRefusesAnythingElse(String part, String wrong) {
        String document = JsonResults.text(Sample.brokenOff());
        assertThat(document).contains(part);

        assertThat(ResultsSchema.objectionsTo(document.replace(part, wrong))).isNotEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '>', textBlock = """
                    "reply-lost" : 3  >  "reply-lost" : 0
                    "reply-lost" : 3  >  "reply-lost" : "3"
                    "reply-lost" : 3  >  "Reply lost" : 3
                    """, quoteCharacter = '\'')
    void itsSchemaRefusesOtherCountsOfFaults(String part, String wrong) {
        String document = JsonResults.text(Sample.withFaults());
        assertThat(document).contains(part);

        assertThat(ResultsSchema.objectionsTo(document.replace(part, wrong))).isNotEmpty();
    }
}
