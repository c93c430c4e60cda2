package dev.queuelab.scenarios.check;

import dev.queuelab.core.history.Entry;
import dev.queuelab.core.history.Event;
import dev.queuelab.core.history.History;
import dev.queuelab.core.history.SkipReason;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Evidence, told fact by fact, as a run would have left it. */
final class Given {
    private static final Instant BEGIN = Instant.parse("2026-01-01T00:00:00Z");

    private final List<Entry> entries = new ArrayList<>();
    private final List<Evidence.DeadLetter> deadLetters = new ArrayList<>();
    private final Map<String, Evidence.Effect> effects = new HashMap<>();
    private final Map<String, Evidence.Book> books = new HashMap<>();
    private final Set<String> silent = new HashSet<>();
    private Depth queue = Depth.EMPTY;
    private String process = "p";
    private Instant now = BEGIN;

    Given sent(String... ids) {
        for (String id : ids) {
            fact(new Event.Sending(id)).fact(new Event.Sent(id, "m-" + id, false));
        }
        return this;
    }

    Given sentPoison(String id) {
        return fact(new Event.Sending(id)).fact(new Event.Sent(id, "m-" + id, true));
    }

    Given received(String id) {
        return fact(new Event.Received(id, "m-" + id, 1, BEGIN, null));
    }

    /** A delivery that the queue itself counts as a repetition. */
    Given redelivered(String id) {
        return fact(new Event.Received(id, "m-" + id, 2, BEGIN, null));
    }

    /** The whole of a delivery that goes well. */
    Given processed(String... ids) {
        for (String id : ids) {
            received(id).attempted(id, id).performed(id).deleted(id);
        }
        return this;
    }

    Given attempted(String id, String key) {
        return fact(new Event.EffectAttempted(id, key));
    }

    /** The consumer tells of a performance, and the external service has recorded it. */
    Given performed(String key) {
        long times = effects.containsKey(key) ? effects.get(key).timesPerformed() + 1 : 1;
        effects.put(key, new Evidence.Effect(times, key));
        return fact(new Event.EffectPerformed(key, key, times));
    }

    /** The external service has recorded a performance that no consumer lived to tell of. */
    Given performedUnseen(String key) {
        effects.put(key, new Evidence.Effect(1, key));
        return this;
    }

    /** A consumer tells of a performance that the external service knows nothing about. */
    Given claimed(String key) {
        return fact(new Event.EffectPerformed(key, key, 1));
    }

    Given skipped(String id, String key) {
        return fact(new Event.Skipped(id, key, SkipReason.EFFECT_FOUND));
    }

    Given deleted(String id) {
        return fact(new Event.Deleted(id, "m-" + id));
    }

    Given deadLettered(String... ids) {
        for (String id : ids) {
            deadLetters.add(new Evidence.DeadLetter(id, "m-" + id, 3));
        }
        return this;
    }

    Given leftOnTheQueue(int messages) {
        queue = new Depth(messages, 0, 0);
        return this;
    }

    Given fact(Event event) {
        entries.add(new Entry(process, entries.size() + 1L, now, event));
        now = now.plusMillis(1);
        return this;
    }

    /** Facts told from here on happen so much later. */
    Given after(Duration time) {
        now = now.plus(time);
        return this;
    }

    /** A delivery of a message that was sent so long ago. */
    Given receivedAged(String id, Duration age) {
        return fact(new Event.Received(id, "m-" + id, 1, now.minus(age), null));
    }

    Given expired(String id) {
        return fact(new Event.Expired(id, "m-" + id, 0));
    }

    /** A consumer that kept no history. */
    Given silent(String consumer) {
        silent.add(consumer);
        return this;
    }

    /** What that consumer wrote to the status table. */
    Given booked(String id, String status, long attempts) {
        books.put(id, new Evidence.Book(status, attempts));
        return this;
    }

    /** The external service recorded work for this message, which nobody tells of; 0 times: it does not say how often. */
    Given recorded(String key, String id, long times) {
        effects.put(key, new Evidence.Effect(times, id));
        return this;
    }

    Instant now() {
        return now;
    }

    /** Facts told from here on are this process's. */
    Given by(String name) {
        process = name;
        return this;
    }

    Evidence evidence() {
        return new Evidence(
                History.of(entries),
                queue,
                new Depth(deadLetters.size(), 0, 0),
                deadLetters,
                Map.copyOf(effects),
                books,
                silent);
    }

    Messages messages() {
        return Messages.sentIn(evidence().history());
    }
}
