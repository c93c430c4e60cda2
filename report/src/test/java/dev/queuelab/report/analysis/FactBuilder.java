package dev.queuelab.report.analysis;

import dev.queuelab.core.history.Entry;
import dev.queuelab.core.history.Event;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A history in the making: processes that do things at seconds. */
final class FactBuilder {
    static final Instant BEGIN = Instant.parse("2026-01-01T00:00:00Z");

    /** Messages stay hidden for 2 s, and are dead-lettered after 2 deliveries. */
    static final Queue QUEUE = new Queue(2, 2);

    private final List<Entry> entries = new ArrayList<>();

    FactBuilder at(double second, String process, Event event) {
        entries.add(new Entry(process, entries.size() + 1L, BEGIN.plusMillis(Math.round(second * 1000)), event));
        return this;
    }

    FactBuilder sent(double second, String id) {
        return at(second, "producer-1", new Event.Sent(id, "m-" + id, false));
    }

    FactBuilder received(double second, String process, String id, int count) {
        return at(second, process, new Event.Received(id, "m-" + id, count, BEGIN, null));
    }

    FactBuilder done(double second, String process, String id) {
        return at(second, process, new Event.EffectPerformed(id, id, 1)).at(second, process, new Event.Completed(id));
    }

    FactBuilder deleted(double second, String process, String id) {
        return at(second, process, new Event.Deleted(id, "m-" + id));
    }

    FactBuilder stopped(double second, String process, Map<String, Long> calls) {
        return at(second, process, new Event.Stopped("shutdown requested", calls));
    }

    FactBuilder exited(double second, String child, int code) {
        return at(second, "runner", new Event.Exited(child, code));
    }

    List<Entry> entries() {
        return entries;
    }

    List<Fact> facts() {
        return Fact.all(entries, BEGIN);
    }

    List<Life> lives(double endOfRun, String... deadLetters) {
        return Lives.in(facts(), QUEUE, Set.of(deadLetters), endOfRun).all();
    }

    /** The only message's life. */
    Life life(double endOfRun, String... deadLetters) {
        List<Life> lives = lives(endOfRun, deadLetters);
        if (lives.size() != 1) {
            throw new IllegalStateException("not one life: " + lives);
        }
        return lives.get(0);
    }
}
