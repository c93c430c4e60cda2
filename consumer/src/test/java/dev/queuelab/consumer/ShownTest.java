package dev.queuelab.consumer;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a message says must not pass for what the program says. */
class ShownTest {

    @ParameterizedTest
    @ValueSource(strings = {"\n", "\r", "\u001b", "\u0000", "\u0085", "\u009b", "\u2028", "\u2029", "\u202e", "\ud800"})
    void charactersThatCouldForgeALineAreReplaced(String character) {
        assertThat(Shown.name("a" + character + "b")).isEqualTo("a?b");
        assertThat(Shown.reason("a" + character + "b")).isEqualTo("a?b");
    }

    @Test
    void ordinaryTextIsShownAsItIs() {
        assertThat(Shown.name("Ä-7 日本 😀")).isEqualTo("Ä-7 日本 😀");
    }

    @Test
    void aLongNameIsCut() {
        assertThat(Shown.name("x".repeat(2_000))).isEqualTo("x".repeat(60) + "...");
    }

    @Test
    void aReasonIsShownToItsEnd() {
        String reason = "it has no field order_id, which BUSINESS_IDEMPOTENCY_FIELD names, and so on and on";

        assertThat(Shown.reason(reason)).isEqualTo(reason);
    }
}
