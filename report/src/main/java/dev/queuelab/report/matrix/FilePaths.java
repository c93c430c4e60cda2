package dev.queuelab.report.matrix;

import java.util.regex.Pattern;

/** Paths of files in what programs print, such as stack traces: a published page names no folder of the machine that played. */
final class FilePaths {
    /** A file and the two folders that it is in say enough to find it in a library. */
    private static final int KEPT = 3;

    private static final String NAME = "/[^\\s/\"'():,;]+";

    /** An absolute path of more names than are kept, with the scheme by which Java or Node may begin it; no part of an address. */
    private static final Pattern LONG = Pattern.compile(
            "(?<![\\w.:/-])(?:(?:jar:)?file:(?://)?)?(?:" + NAME + ")+((?:" + NAME + "){" + KEPT + "})");

    private FilePaths() {}

    /** The text with {@code ...} in place of the first folders of each absolute path. */
    static String shortened(String text) {
        return LONG.matcher(text).replaceAll("...$1");
    }
}
