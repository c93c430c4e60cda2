package dev.queuelab.core.toolbox;

import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** Text from outside, made fit for the place where it is shown. */
public final class Text {
    private static final String ELLIPSIS = "...";

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
     * With control, format (such as right-to-left overrides and zero-width characters), unassigned and line-separating
     * characters as Java escapes: it can neither begin another line, nor hide or reorder this one, nor drive a terminal.
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
        return switch (Character.getType(point)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> true;
            default -> false;
        };
    }

    /** Whether UTF-8 can hold the text: half a surrogate pair, which JSON can express, it cannot. */
    public static boolean fitsUtf8(String text) {
        return StandardCharsets.UTF_8.newEncoder().canEncode(text);
    }
}
