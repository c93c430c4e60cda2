package dev.queuelab.core.trace;

import dev.queuelab.core.history.Entry;
import dev.queuelab.core.history.Event;
import dev.queuelab.core.history.History;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Builds a history of processes that do things at certain seconds of a run. */
public final class HistoryBuilder {
    public static final Instant BEGIN = Instant.parse("2026-01-01T00:00:00Z");

    /** Messages stay invisible for 2 s, and are dead-lettered after 2 deliveries. */
    public static final QueueSettings QUEUE = new QueueSettings(Duration.ofSeconds(2), 2);

    private final List<Entry> entries = new ArrayList<>();

    public static Instant second(double second) {
        return BEGIN.plusMillis(Math.round(second * 1000));
    }

    public HistoryBuilder at(double second, String process, Event event) {
        entries.add(new Entry(process, entries.size() + 1L, second(second), event));
        return this;
    }

    public HistoryBuilder sent(double second, String id) {
        return at(second, "producer-1", new Event.Sent(id, "m-" + id, false));
    }

    public HistoryBuilder received(double second, String process, String id, int count) {
        return at(second, process, new Event.Received(id, "m-" + id, count, BEGIN, null));
    }

    public HistoryBuilder done(double second, String process, String id) {
        return at(second, process, new Event.EffectPerformed(id, id, 1)).at(second, process, new Event.Completed(id));
    }

    public HistoryBuilder deleted(double second, String process, String id) {
        return at(second, process, new Event.Deleted(id, "m-" + id));
    }

    public HistoryBuilder stopped(double second, String process, Map<String, Long> calls) {
        return at(second, process, new Event.Stopped("shutdown requested", calls));
    }

    public HistoryBuilder exited(double second, String child, int code) {
        return at(second, "runner", new Event.Exited(child, code));
    }

    public History history() {
        return History.of(entries);
    }

    /** The traces of a run that ends at this second. */
    public MessageTraces traces(double end, String... deadLetters) {
        return MessageTraces.of(history(), QUEUE, Set.of(deadLetters), second(end));
    }

    /** The trace of message "a". */
    public MessageTrace trace(double end, String... deadLetters) {
        return traces(end, deadLetters).find("a").orElseThrow();
    }
}
