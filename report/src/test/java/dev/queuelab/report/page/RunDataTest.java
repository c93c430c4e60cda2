package dev.queuelab.report.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/**
 * The page's data has the shape that the page's scripts read, for runs of each kind. When it changes on purpose, run this
 * test with {@code -Dqueuelab.golden=write} and look at the difference.
 */
class RunDataTest {
    static final List<String> RUNS = SampleRuns.ALL;

    @ParameterizedTest
    @FieldSource("RUNS")
    void looksLikeItsGoldenFile(String run) throws IOException {
        String data = data(run, 100).toPrettyString() + "\n";
        Path golden = SampleRuns.golden(run);
        if ("write".equals(System.getProperty("queuelab.golden"))) {
            Files.createDirectories(golden.getParent());
            Files.writeString(golden, data);
        }

        assertThat(data).isEqualTo(Files.readString(golden));
    }

    @Test
    void aKilledRunHasNoVerdictAndShowsWhatItHadRecorded() {
        JsonNode data = data("killed", 100);

        assertThat(data.path("outcome")).isEmpty();
        assertThat(texts(data.path("notes")))
                .anySatisfy(note -> assertThat(note).contains("no verdict.json"))
                .anySatisfy(note -> assertThat(note).contains("cut short", "shutdown-re"));
        assertThat(data.path("steps")).isNotEmpty();
        assertThat(data.path("messages")).hasSize(3);
        assertThat(data.path("cost").path("uncounted")).isNotEmpty();
    }

    @Test
    void aControlShowsWhatItMustBreakAndThatItDid() {
        JsonNode data = data("failing", 100);

        assertThat(data.path("outcome").path("verdict").asText()).isEqualTo("FAIL");
        assertThat(data.path("outcome").path("control").path("verdict").asText())
                .isEqualTo("PASS");
        assertThat(data.path("checks"))
                .filteredOn(check -> check.path("mustBreak").asBoolean())
                .singleElement()
                .satisfies(check -> {
                    assertThat(check.path("check").asText()).isEqualTo("effects performed once");
                    assertThat(check.path("verdict").asText()).isEqualTo("FAIL");
                });
        assertThat(data.path("counts").path("repeatedEffects").asInt()).isEqualTo(1);
    }

    @Test
    void messagesThatWentAnotherWayAreKeptFirstAndTheRestIsNoted() {
        JsonNode data = data("passing", 1);

        assertThat(data.path("messages"))
                .singleElement()
                .satisfies(message -> assertThat(message.path("deliveries")).hasSize(2));
        assertThat(texts(data.path("leftOut")))
                .singleElement()
                .asString()
                .startsWith("This page shows 1 of 3 messages");
        assertThat(data.path("counts").path("messages").asInt()).isEqualTo(3);
    }

    @Test
    void whereThereWasNoGatewayNothingIsSaidOfCallsAndFaults() {
        JsonNode data = data("passing", 100);

        assertThat(data.has("calls")).isFalse();
        assertThat(data.path("counts").has("faults")).isFalse();
    }

    @Test
    void faultsAreCountedAndNameTheMessagesThatTheyMet() {
        JsonNode data = data("faults", 100);

        assertThat(data.path("counts").path("faults")).hasToString("{\"reply-lost\":1,\"throttled\":1}");
        assertThat(data.path("calls").path("faults"))
                .extracting(
                        row -> row.path("fault").asText(),
                        row -> row.path("messages").asInt())
                .containsExactly(tuple("reply-lost", 1), tuple("throttled", 3));
    }

    @Test
    void ofTooManyCallsThoseThatMetAFaultOrFailedAreKept() {
        JsonNode calls = data("faults", 8).path("calls");

        assertThat(calls.path("all").asInt()).isEqualTo(29);
        assertThat(calls.path("shown"))
                .hasSize(8)
                .noneSatisfy(call -> assertThat(call.path("status").asInt()).isEqualTo(200));
    }

    private static JsonNode data(String run, int mostMessages) {
        return PageJson.MAPPER.valueToTree(new RunData(SampleRuns.read(run)).document(mostMessages));
    }

    private static List<String> texts(JsonNode array) {
        List<String> texts = new ArrayList<>();
        array.forEach(text -> texts.add(text.asText()));
        return texts;
    }
}
