package dev.queuelab.scenarios.kit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TriageRulesTest {
    private static final Instant THEN = Instant.parse("2026-01-01T00:00:00Z");
    private static final TriageRules RULES =
            TriageRules.NONE.withPoisonMarker("POISON").withSchemaMajor(1).withSentBefore(THEN);

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    {"id":"a"}                              | TRANSIENT
                    {"id":"a","schema_version":"1.7"}       | TRANSIENT
                    {"id":"a","schema_version":"2.0"}       | SCHEMA
                    {"id":"a","schema_version":"two"}       | SCHEMA
                    {"id":"a","marker":"POISON"}            | POISON
                    {"marker":"POISON"                      | POISON
                    {"id":                                  | UNDECODABLE
                    [1]                                     | UNDECODABLE
                    """)
    void theBodyShowsTheReason(String body, FailureReason reason) {
        assertThat(RULES.reasonOf(body, THEN)).isEqualTo(reason);
    }

    @Test
    void whatWasSentBeforeIsStaleUnlessSomethingIsWrongWithItAnyway() {
        Instant before = THEN.minusMillis(1);

        assertThat(RULES.reasonOf("{\"id\":\"a\"}", before)).isEqualTo(FailureReason.STALE);
        assertThat(RULES.reasonOf("{\"schema_version\":\"2.0\"}", before)).isEqualTo(FailureReason.SCHEMA);
    }

    @Test
    void withoutRulesOnlyWhatCannotBeReadHasAReasonOfItsOwn() {
        assertThat(TriageRules.NONE.reasonOf("{\"marker\":\"POISON\",\"schema_version\":\"2.0\"}", Instant.EPOCH))
                .isEqualTo(FailureReason.TRANSIENT);
        assertThat(TriageRules.NONE.reasonOf("{", Instant.EPOCH)).isEqualTo(FailureReason.UNDECODABLE);
    }

    @Test
    void aReasonIsKnownByItsLabel() {
        for (FailureReason reason : FailureReason.values()) {
            assertThat(FailureReason.of(reason.label())).contains(reason);
        }
        assertThat(FailureReason.of("bored")).isEmpty();
    }
}
