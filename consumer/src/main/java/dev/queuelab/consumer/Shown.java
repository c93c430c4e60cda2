package dev.queuelab.consumer;

/** Text from outside, made fit for a log line: it can neither begin another line nor hide or reorder this one. */
final class Shown {
    private static final int MOST_OF_A_NAME = 60;
    private static final int MOST_OF_A_REASON = 400;

    private Shown() {}

    /** Something that is called by the text, such as a message by its id; cut where it is long. */
    static String name(String text) {
        return line(text, MOST_OF_A_NAME);
    }

    /** An explanation, which may quote from outside; cut where it is very long. */
    static String reason(String text) {
        return line(text, MOST_OF_A_REASON);
    }

    /** Without control, formatting (as in right-to-left overrides) and line separating characters. */
    private static String line(String text, int most) {
        String line = text.replaceAll("[\\p{C}\\p{Zl}\\p{Zp}]", "?");
        return line.length() <= most ? line : line.substring(0, most) + "...";
    }
}
