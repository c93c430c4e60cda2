package dev.queuelab.consumer;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a message contains must not look like what the program prints. */
class LogTextTest {

    @ParameterizedTest
    @ValueSource(strings = {"\n", "\r", "\u001b", "\u0000", "\u0085", "\u009b", "\u2028", "\u2029", "\u202e", "\ud800"})
    void charactersThatCouldForgeALineAreEscaped(String character) {
        assertThat(LogText.name("a" + character + "b")).matches("a\\\\\\w+b");
        assertThat(LogText.reason("a" + character + "b")).matches("a\\\\\\w+b");
    }

    @Test
    void ordinaryTextIsShownAsItIs() {
        assertThat(LogText.name("Ä-7 日本 😀")).isEqualTo("Ä-7 日本 😀");
    }

    @Test
    void aLongNameIsCut() {
        assertThat(LogText.name("x".repeat(2_000))).isEqualTo("x".repeat(57) + "...");
    }

    @Test
    void aReasonIsShownToItsEnd() {
        String reason = "it has no field order_id, which BUSINESS_IDEMPOTENCY_FIELD names, and so on and on";

        assertThat(LogText.reason(reason)).isEqualTo(reason);
    }
}
