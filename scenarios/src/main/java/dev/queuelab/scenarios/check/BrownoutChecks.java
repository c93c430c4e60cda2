package dev.queuelab.scenarios.check;

import dev.queuelab.core.toolbox.Seconds;
import dev.queuelab.core.trace.MessageTrace;
import java.time.Duration;
import java.util.List;
import java.util.Locale;

/** Checks of messages that wait in a consumer's hand while what does their work is slow. */
public final class BrownoutChecks {
    /** What is in hand when it begins to be slow may come again; a stall of the machine adds some. */
    private static final int MOST_PERCENT = 20;

    public static final Requirement REDELIVERIES_FEW = new Requirement(
            "redeliveries few",
            "At most " + MOST_PERCENT + " % of the messages were received more than once.",
            BrownoutChecks::redeliveriesFew);

    /** All that was left to do could not be done within two visibility timeouts, had it been received at once. */
    public static final Precondition BACKLOG_WHILE_SLOW = new Precondition(
            "backlog while slow",
            "The failure could come about: when the service became slow there was more left to do than could be done,"
                    + " at its pace, in two visibility timeouts.",
            BrownoutChecks::backlogWhileSlow);

    /** What happened before, during and after it. */
    public static final ReportTable TABLE = new ReportTable(
            "brownout", evidence -> Brownout.in(evidence).map(Brownout::table).orElse(new Table(List.of(), List.of())));

    private BrownoutChecks() {}

    private static Finding redeliveriesFew(Evidence evidence) {
        Messages all = evidence.messages();
        Messages again = all.where(MessageTrace::isRedelivered);
        long redeliveries = all.traces().stream()
                .mapToLong(trace -> Math.max(0, trace.deliveries().size() - 1))
                .sum();
        String found = String.format(
                Locale.ROOT,
                "%d of %d were, %.2f redeliveries a message",
                again.count(),
                all.count(),
                redeliveries / (double) Math.max(1, all.count()));
        return (again.count() * 100 <= MOST_PERCENT * all.count()
                        ? Finding.holds(found)
                        : Finding.broken(found + ": " + Names.of(again.ids())))
                .onlyInHistoriesOrCalls("what was received more than once");
    }

    private static Finding backlogWhileSlow(Evidence evidence) {
        return Brownout.in(evidence)
                .map(brownout ->
                        backlogWhileSlow(brownout, evidence.queueSettings().visibilityTimeout()))
                .orElseGet(() -> Finding.broken("it was never slow"));
    }

    private static Finding backlogWhileSlow(Brownout brownout, Duration visibilityTimeout) {
        List<Duration> calls = brownout.slowCalls();
        if (calls.isEmpty()) {
            return Finding.broken("nobody asked the service while it was slow");
        }
        Duration each = calls.stream().reduce(Duration.ZERO, Duration::plus).dividedBy(calls.size());
        Duration slow =
                Duration.between(brownout.slow().begin(), brownout.slow().end());
        Duration needed = each.multipliedBy(brownout.backlog());
        return Finding.that(
                needed.compareTo(visibilityTimeout.multipliedBy(2)) > 0
                        && slow.compareTo(visibilityTimeout.multipliedBy(2)) > 0,
                brownout.backlog() + " left to do, at " + Seconds.format(each) + " s each for "
                        + Seconds.format(slow) + " s; the visibility timeout is "
                        + Seconds.format(visibilityTimeout) + " s");
    }
}
