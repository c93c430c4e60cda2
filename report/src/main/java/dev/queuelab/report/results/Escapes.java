package dev.queuelab.report.results;

import dev.queuelab.core.toolbox.Text;
import java.util.Locale;

/** Text from outside, made fit for XML and Markdown. */
public final class Escapes {
    private Escapes() {}

    /** Characters that XML 1.0 cannot hold become Java escapes; the XML writer escapes the others. */
    static String forXml(String text) {
        StringBuilder legal = new StringBuilder();
        text.codePoints().forEach(point -> {
            if (isLegalInXml(point)) {
                legal.appendCodePoint(point);
            } else {
                legal.append(String.format(Locale.ROOT, "\\u%04X", point));
            }
        });
        return legal.toString();
    }

    /** Extensible Markup Language (XML) 1.0, fifth edition, 2.2 "Characters". */
    private static boolean isLegalInXml(int point) {
        return point == '\t'
                || point == '\n'
                || point == '\r'
                || (point >= 0x20 && point <= 0xD7FF)
                || (point >= 0xE000 && point <= 0xFFFD)
                || point >= 0x10000;
    }

    /** For a cell of a table or a line of a list: nothing in it has a meaning to Markdown or HTML. */
    public static String forMarkdown(String text) {
        return Text.printable(Text.onOneLine(text))
                .replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replaceAll("[\\\\`*_|\\[\\]~]", "\\\\$0");
    }
}
