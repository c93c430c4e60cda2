package dev.queuelab.report.results;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.FieldSource;

class JsonResultsTest {
    static final List<SuiteResults> SAMPLES =
            List.of(Sample.nothingYet(), Sample.whole(), Sample.brokenOff(), Sample.controls());

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
}
