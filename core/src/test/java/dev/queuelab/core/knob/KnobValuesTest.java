package dev.queuelab.core.knob;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class KnobValuesTest {
    private final List<String> problems = new ArrayList<>();

    @Test
    void everyKnobHasADefaultThatItAccepts() {
        KnobValues values = KnobValues.read(Map.of(), problems);

        assertThat(problems).isEmpty();
        assertThat(values.settings()).isEmpty();
        assertThat(Knobs.ALL).allSatisfy(knob -> assertThat(values.get(knob)).isNotNull());
    }

    @Test
    void aQueuesHostMayHaveAnUnderscoreAsContainersHave() {
        String url = "http://my_emulator:4566/000000000000/queue";

        assertThat(KnobValues.read(Map.of("QUEUE_URL", url), problems).get(Knobs.QUEUE_URL))
                .contains(url);
        assertThat(problems).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "WAIT_TIME_SECONDS, 10",
        "MAX_MESSAGES, 1",
        "CONCURRENCY, 1",
        "DELETE_BATCH_SIZE, 1",
        "CRASH_RATE, 0.0",
        "CRASH_AFTER_RECEIVE, 0",
        "IDEMPOTENCY_CACHE_SIZE, 1000",
        "MESSAGE_LIMIT, 0",
        "IDLE_TIMEOUT_SECONDS, 0",
        "REJECT_PAYLOAD_MARKER, ''",
        "MESSAGE_STATUS_TABLE, ''",
        "MESSAGE_SIDE_EFFECTS_TABLE, ''",
        "SIDE_EFFECT_DELAY_SECONDS, 0.0",
        "CRASH_AFTER_SIDE_EFFECT, 0",
        "SIDE_EFFECT_LOG_PATH, ''",
        "SIDE_EFFECT_LOG_FIELD, sequence",
        "VERSIONING_ENABLED, 0",
        "VERSION_STATE_PATH, ''",
        "VERSION_LOG_PATH, ''",
        "VERSION_KEY, version",
        "ENTITY_KEY, entity_id",
        "BUSINESS_IDEMPOTENCY_FIELD, ''",
        "LOG_LEVEL, INFO",
        "IDEMPOTENCY, check",
        "EXTERNAL_SERVICE, idempotent",
        "EFFECT, table",
        "EFFECT_URL, ''",
        "EFFECT_TIMEOUT_SECONDS, 5",
        "ACKNOWLEDGE, after",
        "BATCH_FAILURE, each",
        "ON_SIGTERM, finish",
        "MAX_MESSAGE_AGE_SECONDS, 0",
        "CLOCK, local",
        "CLOCK_SKEW_SECONDS, 0",
        "IDENTITY, payload",
        "ON_CHANGED_BODY, warn",
    })
    void theDefaultsAreThoseThatUsersRelyOn(String name, String defaultText) {
        assertThat(Knobs.ALL)
                .filteredOn(knob -> knob.name().equals(name))
                .singleElement()
                .satisfies(knob -> assertThat(knob.defaultText()).isEqualTo(defaultText));
    }

    @ParameterizedTest
    @CsvSource({
        "QUEUE_URL, queue",
        "QUEUE_URL, ftp://host/queue",
        "QUEUE_URL, http:///queue",
        "QUEUE_URL, localhost:9324/queue",
        "QUEUE_URL, http://host:0/queue",
        "QUEUE_URL, http://host:65536/queue",
        "QUEUE_URL, 'http://ho st/queue'",
        "ON_CHANGED_BODY, ignore",
        "AWS_REGION, not a region",
        "AWS_REGION, ' '",
        "WAIT_TIME_SECONDS, 21",
        "WAIT_TIME_SECONDS, -1",
        "WAIT_TIME_SECONDS, ''",
        "WAIT_TIME_SECONDS, 1.5",
        "MAX_MESSAGES, 0",
        "CONCURRENCY, 0",
        "CONCURRENCY, 65",
        "DELETE_BATCH_SIZE, 0",
        "DELETE_BATCH_SIZE, 11",
        "MAX_MESSAGES, 99999999999",
        "MAX_MESSAGE_AGE_SECONDS, -1",
        "MAX_MESSAGE_AGE_SECONDS, 1209601",
        "IDENTITY, message_id",
        "IDENTITY, MESSAGE-ID",
        "CRASH_RATE, 1.1",
        "CRASH_RATE, -0.1",
        "CRASH_RATE, NaN",
        "CRASH_RATE, 1e-1",
        "CRASH_AFTER_RECEIVE, yes",
        "CRASH_AFTER_RECEIVE, ' 1'",
        "IDEMPOTENCY_CACHE_SIZE, -1",
        "IDLE_TIMEOUT_SECONDS, 43201",
        "SIDE_EFFECT_DELAY_SECONDS, Infinity",
        "VERSION_KEY, ''",
        "BUSINESS_IDEMPOTENCY_FIELD, 'a,,b'",
        "LOG_LEVEL, WARN",
        "IDEMPOTENCY, maybe",
        "IDEMPOTENCY, NONE",
        "EXTERNAL_SERVICE, ''",
        "EFFECT, queue",
        "EFFECT_TIMEOUT_SECONDS, 0",
        "EFFECT_URL, 127.0.0.1:4000/effects",
        "EFFECT_URL, ftp://127.0.0.1/effects",
        "ACKNOWLEDGE, later",
        "BATCH_FAILURE, some",
        "ON_SIGTERM, ignore",
        "SCHEMA_VERSION, 1",
        "SCHEMA_READING, lax",
        "SCHEMA_DEFAULTS, currency",
        "SCHEMA_DEFAULTS, =EUR",
        "SCHEMA_DEFAULTS, 'a=1,a=2'",
        "SEED, abc",
    })
    void aBadValueIsNamedWithItsKnobAndWhatIsAccepted(String name, String value) {
        KnobValues.read(Map.of(name, value), problems);

        String accepts = Knobs.ALL.stream()
                .filter(knob -> knob.name().equals(name))
                .map(knob -> knob.kind().accepts())
                .findFirst()
                .orElseThrow();
        assertThat(problems)
                .singleElement()
                .satisfies(problem -> assertThat(problem)
                        .startsWith(name + "=")
                        .contains(value)
                        .endsWith("expected " + accepts));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://queue_1:9324/000000000000/a_b",
                "https://sqs.us-west-1.amazonaws.com/123456789012/q.fifo",
                "http://[::1]:9324/q",
                "http://user@host/q"
            })
    void aUrlIsAcceptedWhateverItsHostIsCalled(String url) {
        KnobValues values = KnobValues.read(Map.of("QUEUE_URL", url), problems);

        assertThat(problems).isEmpty();
        assertThat(values.get(Knobs.QUEUE_URL)).contains(url);
    }

    @ParameterizedTest
    @CsvSource({
        "'10\r', 10\\r",
        "'10\u200b', 10\\u200B",
        "'\u00a010', \\u00A010",
        "'10 ', '\"10 \"'",
        "' ', '\" \"'",
        "'', '\"\"'",
    })
    void whatCannotBeSeenInABadValueIsShown(String value, String shown) {
        KnobValues.read(Map.of("MAX_MESSAGES", value), problems);

        assertThat(problems)
                .containsExactly("MAX_MESSAGES=" + shown + " is not accepted: expected a whole number of at least 1");
    }

    @Test
    void aPathThatThePlatformCannotNameSaysWhy() {
        KnobValues.read(Map.of("HISTORY_PATH", "a\0b"), problems);

        assertThat(problems)
                .containsExactly(
                        "HISTORY_PATH=a\\u0000b is not accepted (Nul character not allowed; LC_ALL should name a"
                                + " locale with UTF-8): expected the path of a file");
    }

    @Test
    void allBadKnobsAreNamedAtOnce() {
        KnobValues.read(Map.of("MAX_MESSAGES", "x", "CRASH_RATE", "2", "LOG_LEVEL", "LOUD"), problems);

        assertThat(problems).hasSize(3);
    }

    @Test
    void aHugeBadValueIsNotRepeatedInFull() {
        KnobValues.read(Map.of("MAX_MESSAGES", "9".repeat(10_000)), problems);

        assertThat(problems.get(0)).hasSizeLessThan(200);
    }

    @Test
    void valuesComeBackTyped() {
        KnobValues values = KnobValues.read(
                Map.of(
                        "ACKNOWLEDGE", "before",
                        "ON_CHANGED_BODY", "reject",
                        "BUSINESS_IDEMPOTENCY_FIELD", "order_id, action",
                        "HISTORY_PATH", "a/b.jsonl",
                        "SEED", "-7",
                        "CRASH_AFTER_RECEIVE", "2"),
                problems);

        assertThat(problems).isEmpty();
        assertThat(values.get(Knobs.ACKNOWLEDGE)).isEqualTo(Acknowledge.BEFORE);
        assertThat(values.get(Knobs.ON_CHANGED_BODY)).isEqualTo(OnChangedBody.REJECT);
        assertThat(values.get(Knobs.BUSINESS_IDEMPOTENCY_FIELD)).containsExactly("order_id", "action");
        assertThat(values.get(Knobs.HISTORY_PATH)).contains(Path.of("a/b.jsonl"));
        assertThat(values.get(Knobs.SEED)).isEqualTo(Optional.of(-7L));
        assertThat(values.get(Knobs.CRASH_AFTER_RECEIVE)).isTrue();
        assertThat(values.settings()).containsEntry("CRASH_AFTER_RECEIVE", "1").containsEntry("ACKNOWLEDGE", "before");
    }
}
