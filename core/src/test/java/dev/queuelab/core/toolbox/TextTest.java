package dev.queuelab.core.toolbox;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TextTest {
    @ParameterizedTest
    @CsvSource({"abcdef,6,abcdef", "abcdefg,6,abc...", "'',3,''"})
    void longTextIsTruncatedToTheLength(String text, int longest, String expected) {
        assertThat(Text.truncate(text, longest)).isEqualTo(expected).hasSizeLessThanOrEqualTo(longest);
    }

    @Test
    void aCharacterIsNotCutInHalf() {
        assertThat(Text.truncate("ab\uD83D\uDE00cdef", 6)).isEqualTo("ab...");
    }

    @Test
    void whatCannotBeSeenIsEscaped() {
        assertThat(Text.printable("a\nb\r\tc\u001b[2Jd\u202Ee\u200Bf\u2028"))
                .isEqualTo("a\\nb\\r\\tc\\u001B[2Jd\\u202Ee\\u200Bf\\u2028");
    }

    @Test
    void whatCanBeSeenStays() {
        String text = "Grüße, 世界 \uD83D\uDE00 \\n \"quoted\"";
        assertThat(Text.printable(text)).isSameAs(text);
    }

    @Test
    void halfASurrogatePairIsEscapedAndDoesNotFitUtf8() {
        assertThat(Text.printable("x\uD83D")).isEqualTo("x\\uD83D");
        assertThat(Text.fitsUtf8("x\uD83D")).isFalse();
        assertThat(Text.fitsUtf8("x\uD83D\uDE00")).isTrue();
    }

    @Test
    void whiteSpaceIsFoldedOntoOneLine() {
        assertThat(Text.onOneLine(" a\n\t b  c ")).isEqualTo("a b c");
    }
}
