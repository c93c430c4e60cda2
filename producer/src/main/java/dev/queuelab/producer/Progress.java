package dev.queuelab.producer;

import java.io.PrintWriter;
import java.time.Duration;

/** Tells how a run goes: on a terminal in one line that is rewritten, elsewhere in a line now and then. */
final class Progress {
    private static final Duration ON_TERMINAL = Duration.ofMillis(100);
    private static final Duration ELSEWHERE = Duration.ofSeconds(5);

    /** Ends with the cursor at the line's start, so that a line of the log goes over this one. */
    private static final String REWRITTEN = "%-60s\r";

    private final PrintWriter out;
    private final boolean terminal;
    private final Timeline timeline;
    private final Quantity quantity;
    private long shownAtNanos;

    Progress(PrintWriter out, boolean terminal, Timeline timeline, Quantity quantity) {
        this.out = out;
        this.terminal = terminal;
        this.timeline = timeline;
        this.quantity = quantity;
        this.shownAtNanos = timeline.nanos();
    }

    /** Shows the state of things, unless it did so a moment ago. */
    void show(Tally tally) {
        long now = timeline.nanos();
        Duration interval = terminal ? ON_TERMINAL : ELSEWHERE;
        if (now - shownAtNanos < interval.toNanos()) {
            return;
        }
        shownAtNanos = now;
        String line =
                "sent " + quantity.outOfAll(tally.of(Count.SENT)) + ", " + tally.of(Count.RETRIES) + " tries repeated";
        if (terminal) {
            out.printf(REWRITTEN, line);
        } else {
            out.println(line);
        }
        out.flush();
    }

    /** Makes room for what comes after. */
    void end() {
        if (terminal) {
            out.printf(REWRITTEN, "");
            out.flush();
        }
    }
}
