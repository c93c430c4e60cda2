package dev.queuelab.producer.sending;

import java.io.PrintWriter;
import java.time.Duration;
import java.util.Locale;

/** Shows how the sending goes: on a terminal in one line that is rewritten, elsewhere in a line now and then. */
public final class ProgressLine {
    private static final Duration ON_TERMINAL = Duration.ofMillis(100);
    private static final Duration ELSEWHERE = Duration.ofSeconds(5);

    /** Ends with the cursor at the line's start, so that a line of the log goes over this one. */
    private static final String REWRITTEN = "%-60s\r";

    private final PrintWriter out;
    private final boolean terminal;
    private final StoppableClock clock;
    private final SendBudget budget;
    private long shownAtNanos;

    public ProgressLine(PrintWriter out, boolean terminal, StoppableClock clock, SendBudget budget) {
        this.out = out;
        this.terminal = terminal;
        this.clock = clock;
        this.budget = budget;
        this.shownAtNanos = clock.nanos();
    }

    /** Shows the state of things, unless it did so a moment ago. */
    public void show(SendCounters counters) {
        long now = clock.nanos();
        Duration interval = terminal ? ON_TERMINAL : ELSEWHERE;
        if (now - shownAtNanos < interval.toNanos()) {
            return;
        }
        shownAtNanos = now;
        String line = "sent " + budget.outOfAll(counters.of(SendCount.SENT)) + ", " + counters.of(SendCount.RETRIES)
                + " tries repeated";
        if (terminal) {
            out.printf(Locale.ROOT, REWRITTEN, line);
        } else {
            out.println(line);
        }
        out.flush();
    }

    /** Makes room for what comes after. */
    public void end() {
        if (terminal) {
            out.printf(Locale.ROOT, REWRITTEN, "");
            out.flush();
        }
    }
}
