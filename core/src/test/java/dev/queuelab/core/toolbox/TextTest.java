package dev.queuelab.core.toolbox;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

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

    @ParameterizedTest
    @ValueSource(
            ints = {
                0x00, 0x0D, 0x7F, 0x85, 0x9B, 0xA0, 0xAD, 0x034F, 0x061C, 0x115F, 0x1680, 0x17B4, 0x180B, 0x180E,
                0x2003, 0x200B, 0x200D, 0x200F, 0x2028, 0x202F, 0x2060, 0x2066, 0x2800, 0x3164, 0xE000, 0xFE0F, 0xFEFF,
                0xFFA0, 0xE0001, 0xE0100
            })
    void noCharacterThatLeavesNoInkLooksLikeNothing(int point) {
        assertThat(Text.printable("10" + Character.toString(point))).matches("10(\\\\(r|u[0-9A-F]{4}))+");
    }

    @Test
    void whatCanBeSeenStays() {
        String text = "Grüße, 世\u3000界, e\u0301, \uD83D\uDE00 \\n \"quoted\"";
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
