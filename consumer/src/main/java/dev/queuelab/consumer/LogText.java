package dev.queuelab.consumer;

import dev.queuelab.core.toolbox.Text;

/** Text from outside, made fit for a log line: it can neither begin another line nor hide or reorder this one. */
final class LogText {
    private static final int LONGEST_NAME = 60;
    private static final int LONGEST_REASON = 400;

    private LogText() {}

    /** A name, such as a message's id. */
    static String name(String text) {
        return Text.printable(Text.truncate(text, LONGEST_NAME));
    }

    /** An explanation, which may quote from outside. */
    static String reason(String text) {
        return Text.printable(Text.truncate(text, LONGEST_REASON));
    }
}
