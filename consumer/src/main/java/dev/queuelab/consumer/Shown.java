package dev.queuelab.consumer;

/** Text from outside, made fit for a log line. */
final class Shown {
    private static final int MOST_CHARACTERS = 60;

    private Shown() {}

    /** Without control characters, and cut where it is long. */
    static String line(String text) {
        String line = text.replaceAll("\\p{Cntrl}", "?");
        return line.length() <= MOST_CHARACTERS ? line : line.substring(0, MOST_CHARACTERS) + "...";
    }
}
