package dev.queuelab.runner.cli;

import dev.queuelab.core.toolbox.Text;
import dev.queuelab.lab.waiting.WaitProgress;
import java.io.PrintWriter;
import java.time.Duration;

/**
 * Shows waits that are long: on a terminal in one line, which is drawn over, elsewhere in a plain line now and then. Erase
 * that line before you print to the same place.
 */
final class ProgressLine {
    private static final Duration WORTH_SHOWING = Duration.ofSeconds(1);
    private static final Duration BETWEEN_DRAWINGS = Duration.ofMillis(250);
    private static final Duration BETWEEN_LINES = Duration.ofSeconds(30);

    /** ECMA-48: carriage return, and erase to the end of the line. */
    private static final String ERASE = "\r\u001b[K";

    /** DEC: a line that is too long is cut at the edge, or goes on in the next one, which could not be erased. */
    private static final String CUT = "\u001b[?7l";

    private static final String WRAP = "\u001b[?7h";

    private final PrintWriter out;
    private final boolean terminal;
    private Duration next;
    private boolean drawn;

    ProgressLine(PrintWriter out, boolean terminal) {
        this.out = out;
        this.terminal = terminal;
        this.next = first();
    }

    /**
     * Shows a wait, if it is long.
     *
     * @param text what is waited for, for people; what could move the cursor is escaped
     */
    void waiting(WaitProgress wait, String text) {
        if (wait.passed().compareTo(next) < 0) {
            return;
        }
        if (terminal) {
            show(text);
            next = wait.passed().plus(BETWEEN_DRAWINGS);
        } else {
            out.println(Text.printable(text));
            next = wait.passed().plus(BETWEEN_LINES);
        }
    }

    /** Draws this at once, over what was drawn before; nowhere but on a terminal. */
    void show(String text) {
        if (terminal) {
            out.print(ERASE + CUT + Text.printable(text) + WRAP);
            out.flush();
            drawn = true;
        }
    }

    void waited() {
        erase();
        next = first();
    }

    void erase() {
        if (drawn) {
            out.print(ERASE);
            out.flush();
            drawn = false;
        }
    }

    private Duration first() {
        return terminal ? WORTH_SHOWING : BETWEEN_LINES;
    }
}
