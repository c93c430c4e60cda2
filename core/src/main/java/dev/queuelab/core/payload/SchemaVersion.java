package dev.queuelab.core.payload;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The version of a payload's schema. Within a major version fields are only added, and a reader of one minor version reads
 * any other; another major version says something else with the same names, or lacks what a reader needs.
 */
public record SchemaVersion(int major, int minor) {
    /** That of a message which names no version: such messages were sent before there were versions. */
    public static final SchemaVersion FIRST = new SchemaVersion(1, 0);

    public static final String ACCEPTS = "a version as MAJOR.MINOR, such as 1.0";

    private static final Pattern WRITTEN = Pattern.compile("(0|[1-9][0-9]{0,5})\\.(0|[1-9][0-9]{0,5})");

    /**
     * Reads what {@link #toString} writes.
     *
     * @throws IllegalArgumentException if the text is no version
     */
    public static SchemaVersion parse(String text) {
        Matcher parts = WRITTEN.matcher(text);
        if (!parts.matches()) {
            throw new IllegalArgumentException("not " + ACCEPTS);
        }
        return new SchemaVersion(Integer.parseInt(parts.group(1)), Integer.parseInt(parts.group(2)));
    }

    /** Such as "1.0". */
    @Override
    public String toString() {
        return major + "." + minor;
    }
}
