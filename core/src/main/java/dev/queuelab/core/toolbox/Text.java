package dev.queuelab.core.toolbox;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;

/** Text from outside, made fit for the place where it is shown. */
public final class Text {
    private static final String ELLIPSIS = "...";
    private static final int IDEOGRAPHIC_SPACE = 0x3000;

    /**
     * Letters, marks and symbols that leave no ink: the combining grapheme joiner, Hangul fillers, inherent Khmer vowels,
     * the empty Braille pattern. In ascending order.
     */
    private static final int[] INVISIBLE_LETTERS = {0x034F, 0x115F, 0x1160, 0x17B4, 0x17B5, 0x2800, 0x3164, 0xFFA0};

    private Text() {}

    /** At most {@code longest} characters of {@code text}, the ellipsis of a truncated one included. */
    public static String truncate(String text, int longest) {
        if (text.length() <= longest) {
            return text;
        }
        int end = Math.max(0, longest - ELLIPSIS.length());
        boolean splitsPair = end > 0 && Character.isHighSurrogate(text.charAt(end - 1));
        return text.substring(0, splitsPair ? end - 1 : end) + ELLIPSIS;
    }

    /** With each run of white space, line breaks included, as one space. */
    public static String onOneLine(String text) {
        return text.strip().replaceAll("\\s+", " ");
    }

    /**
     * With control, format (such as right-to-left overrides), zero-width, unassigned and line-separating characters and
     * unusual spaces as Java escapes: it can neither begin another line, nor hide or reorder this one, nor drive a
     * terminal, nor look like a text that it is not.
     */
    public static String printable(String text) {
        if (text.codePoints().noneMatch(Text::isInvisible)) {
            return text;
        }
        StringBuilder printable = new StringBuilder();
        text.codePoints().forEach(point -> {
            if (isInvisible(point)) {
                for (char unit : Character.toChars(point)) {
                    printable.append(escape(unit));
                }
            } else {
                printable.appendCodePoint(point);
            }
        });
        return printable.toString();
    }

    private static String escape(char unit) {
        return switch (unit) {
            case '\n' -> "\\n";
            case '\r' -> "\\r";
            case '\t' -> "\\t";
            default -> String.format(Locale.ROOT, "\\u%04X", (int) unit);
        };
    }

    private static boolean isInvisible(int point) {
        if (Arrays.binarySearch(INVISIBLE_LETTERS, point) >= 0) {
            return true;
        }
        return switch (Character.getType(point)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> true;
            case Character.SPACE_SEPARATOR -> point != ' ' && point != IDEOGRAPHIC_SPACE;
            case Character.NON_SPACING_MARK -> isVariationSelector(point);
            default -> false;
        };
    }

    /** They choose between two shapes of the character before them, and do not show by themselves. */
    private static boolean isVariationSelector(int point) {
        return (0x180B <= point && point <= 0x180F)
                || (0xFE00 <= point && point <= 0xFE0F)
                || (0xE0100 <= point && point <= 0xE01EF);
    }

    /** Whether UTF-8 can hold the text: half a surrogate pair, which JSON can express, it cannot. */
    public static boolean fitsUtf8(String text) {
        return StandardCharsets.UTF_8.newEncoder().canEncode(text);
    }
}
