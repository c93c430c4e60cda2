package dev.queuelab.runner.settings;

import dev.queuelab.core.toolbox.Text;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * One {@code NAME=value} of a settings file. It has the same value here as in a shell that sources the file, so whatever
 * a shell would expand, run or split is refused.
 */
record DotEnvLine(String name, String value) {
    private static final Pattern BLANK_OR_COMMENT = Pattern.compile("[ \t]*(#.*)?");
    private static final Pattern ASSIGNMENT = Pattern.compile("[ \t]*(?:export[ \t]+)?([A-Za-z_][A-Za-z0-9_]*)=(.*)");
    private static final Pattern SPACE_BESIDE_EQUALS =
            Pattern.compile("[ \t]*(?:export[ \t]+)?([A-Za-z_][A-Za-z0-9_]*)(?:[ \t]+=.*|=[ \t]+[^# \t].*)");
    private static final Pattern VALUE =
            Pattern.compile("(?:'([^']*)'|\"([^\"$`\\\\]*)\"|([A-Za-z0-9_./:@%+,=-]*))(?:[ \t]*|[ \t]+#.*)");

    /** Thrown with what is wrong; the reader adds where. */
    static final class NotUnderstoodException extends Exception {
        private static final long serialVersionUID = 1L;

        private NotUnderstoodException(String message) {
            super(message);
        }
    }

    /** What the line sets; empty for a blank line or a comment. */
    static Optional<DotEnvLine> parse(String line) throws NotUnderstoodException {
        if (BLANK_OR_COMMENT.matcher(line).matches()) {
            return Optional.empty();
        }
        requirePrintable(line);
        Matcher spaced = SPACE_BESIDE_EQUALS.matcher(line);
        if (spaced.matches()) {
            throw new NotUnderstoodException(
                    "there is a space beside the = of " + spaced.group(1) + ": expected " + spaced.group(1) + "=value");
        }
        Matcher assignment = ASSIGNMENT.matcher(line);
        if (!assignment.matches()) {
            throw new NotUnderstoodException(
                    "'" + firstWord(line) + "' begins no setting: expected NAME=value, export NAME=value or # comment");
        }
        String name = assignment.group(1);
        if (!KnownSettings.has(name)) {
            throw new NotUnderstoodException("'" + name + "' is not a known setting: expected AWS_* or one of "
                    + String.join(", ", KnownSettings.names()));
        }
        return Optional.of(new DotEnvLine(name, value(name, assignment.group(2))));
    }

    private static void requirePrintable(String line) throws NotUnderstoodException {
        if (line.endsWith("\r")) {
            throw new NotUnderstoodException("it ends with a carriage return: save the file with Unix line ends");
        }
        Optional<String> other = line.codePoints()
                .filter(point -> point != '\t' && (point < ' ' || point > '~'))
                .mapToObj(point -> String.format(Locale.ROOT, "U+%04X", point))
                .findFirst();
        if (other.isPresent()) {
            throw new NotUnderstoodException("the character " + other.get() + " is not printable ASCII");
        }
    }

    /** The value is not quoted in the message: it may be a secret. */
    private static String value(String name, String text) throws NotUnderstoodException {
        Matcher value = VALUE.matcher(text);
        if (!value.matches()) {
            throw new NotUnderstoodException("the value of " + name + " is not understood: put it in single quotes;"
                    + " a single quote in it is not accepted");
        }
        return Stream.of(1, 2, 3)
                .map(value::group)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse("");
    }

    private static String firstWord(String line) {
        return Text.truncate(line.strip().split("[\\s:=]", 2)[0], 40);
    }
}
