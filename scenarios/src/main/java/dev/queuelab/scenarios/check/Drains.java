package dev.queuelab.scenarios.check;

import dev.queuelab.core.history.Entry;
import dev.queuelab.core.history.Event;
import dev.queuelab.core.history.History;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** How a backlog went down. */
public final class Drains {
    private static final List<String> COLUMNS =
            List.of("seconds", "drained", "drained a second", "left", "age of the oldest (s)");

    private static final Duration FINEST = Duration.ofMillis(250);
    private static final int MOST_ROWS = 20;

    private Drains() {}

    /** From the first consumer's start to the last deletion: the rate, what was left, and the age of the oldest. */
    public static Exhibit overTime(String name) {
        return new Exhibit(name, evidence -> new Table(COLUMNS, rows(evidence.history())));
    }

    private static List<List<String>> rows(History history) {
        Optional<Instant> begin = times(history, Drains::isConsumersStart).findFirst();
        Optional<Instant> end = times(history, Event.Deleted.class::isInstance).reduce((earlier, later) -> later);
        if (begin.isEmpty() || end.isEmpty()) {
            return List.of();
        }
        Duration step = stepFor(Duration.between(begin.get(), end.get()));
        List<List<String>> rows = new ArrayList<>();
        long drainedBefore = 0;
        for (Instant moment = begin.get(); ; moment = moment.plus(step)) {
            Backlog left = Backlog.at(moment, history);
            long drained = drainedBy(moment, history);
            double perSecond = (drained - drainedBefore) * 1000.0 / step.toMillis();
            rows.add(List.of(
                    decimal(seconds(Duration.between(begin.get(), moment))),
                    Long.toString(drained),
                    decimal(perSecond),
                    Integer.toString(left.messages()),
                    decimal(seconds(left.oldestAge()))));
            drainedBefore = drained;
            if (!moment.isBefore(end.get())) {
                return rows;
            }
        }
    }

    private static Duration stepFor(Duration span) {
        Duration step = span.dividedBy(MOST_ROWS);
        return step.compareTo(FINEST) < 0 ? FINEST : step;
    }

    private static long drainedBy(Instant moment, History history) {
        return history.entries().stream()
                .takeWhile(entry -> !entry.at().isAfter(moment))
                .filter(entry -> entry.event() instanceof Event.Deleted)
                .count();
    }

    private static boolean isConsumersStart(Event event) {
        return event instanceof Event.Started started && started.role().equals("consumer");
    }

    private static Stream<Instant> times(History history, Predicate<Event> which) {
        return history.entries().stream()
                .filter(entry -> which.test(entry.event()))
                .map(Entry::at);
    }

    private static double seconds(Duration duration) {
        return duration.toMillis() / 1000.0;
    }

    private static String decimal(double value) {
        return String.format(Locale.ROOT, "%.1f", value);
    }
}
