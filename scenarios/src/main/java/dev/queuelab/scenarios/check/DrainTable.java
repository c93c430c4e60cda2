package dev.queuelab.scenarios.check;

import dev.queuelab.core.history.Entry;
import dev.queuelab.core.history.Event;
import dev.queuelab.core.history.History;
import dev.queuelab.core.toolbox.Seconds;
import dev.queuelab.core.trace.Backlog;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** How a backlog went down. */
public final class DrainTable {
    private static final List<String> COLUMNS =
            List.of("seconds", "drained", "drained a second", "left", "age of the oldest (s)");

    private static final Duration FINEST = Duration.ofMillis(250);
    private static final int MOST_ROWS = 20;

    private DrainTable() {}

    /** From the first consumer's start to the last deletion: the rate, what was left, and the age of the oldest. */
    public static ReportTable overTime(String name) {
        return new ReportTable(name, evidence -> new Table(COLUMNS, rows(evidence)));
    }

    private static List<List<String>> rows(Evidence evidence) {
        Optional<Instant> begin =
                times(evidence.history(), DrainTable::isConsumersStart).findFirst();
        List<Instant> deletions =
                times(evidence.history(), Event.Deleted.class::isInstance).toList();
        if (begin.isEmpty() || deletions.isEmpty()) {
            return List.of();
        }
        Instant end = deletions.get(deletions.size() - 1);
        Duration step = stepFor(Duration.between(begin.get(), end));
        List<List<String>> rows = new ArrayList<>();
        long drainedBefore = 0;
        for (Instant moment = begin.get(); ; moment = moment.plus(step)) {
            Backlog left = evidence.traces().backlogAt(moment);
            long drained = countUpTo(moment, deletions);
            rows.add(List.of(
                    Seconds.format(Duration.between(begin.get(), moment)),
                    Long.toString(drained),
                    String.format(Locale.ROOT, "%.1f", (drained - drainedBefore) / Seconds.of(step)),
                    Integer.toString(left.messages()),
                    Seconds.format(left.oldestAge())));
            drainedBefore = drained;
            if (!moment.isBefore(end)) {
                return rows;
            }
        }
    }

    private static Duration stepFor(Duration span) {
        Duration step = span.dividedBy(MOST_ROWS);
        return step.compareTo(FINEST) < 0 ? FINEST : step;
    }

    private static long countUpTo(Instant moment, List<Instant> times) {
        return times.stream().takeWhile(time -> !time.isAfter(moment)).count();
    }

    private static boolean isConsumersStart(Event event) {
        return event instanceof Event.Started started && started.role().equals("consumer");
    }

    private static Stream<Instant> times(History history, Predicate<Event> which) {
        return history.entries().stream()
                .filter(entry -> which.test(entry.event()))
                .map(Entry::at);
    }
}
