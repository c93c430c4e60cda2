package dev.queuelab.scenarios.check;

import dev.queuelab.core.history.Entry;
import dev.queuelab.core.history.Event;
import dev.queuelab.core.history.History;
import dev.queuelab.core.history.SkipReason;
import dev.queuelab.core.trace.QueueSettings;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Builds evidence fact by fact, as a run would have left it. */
final class EvidenceBuilder {
    private static final Instant BEGIN = Instant.parse("2026-01-01T00:00:00Z");

    private final List<Entry> entries = new ArrayList<>();
    private final List<StackSnapshot.DeadLetter> deadLetters = new ArrayList<>();
    private final Map<String, StackSnapshot.Effect> effects = new HashMap<>();
    private final Map<String, StackSnapshot.StatusRecord> statusRecords = new HashMap<>();
    private final Set<String> unobserved = new HashSet<>();
    private Optional<WireEvidence> wire = Optional.empty();
    private final Map<String, List<String>> files = new HashMap<>();
    private QueueSettings queue = new QueueSettings(Duration.ofSeconds(2), 2);
    private Depth depth = Depth.EMPTY;
    private String process = "p";
    private Instant now = BEGIN;

    EvidenceBuilder sent(String... ids) {
        for (String id : ids) {
            fact(new Event.Sending(id)).fact(new Event.Sent(id, "m-" + id, false));
        }
        return this;
    }

    EvidenceBuilder sentPoison(String id) {
        return fact(new Event.Sending(id)).fact(new Event.Sent(id, "m-" + id, true));
    }

    EvidenceBuilder received(String id) {
        return fact(new Event.Received(id, "m-" + id, 1, BEGIN, null));
    }

    /** A delivery that the queue itself counts as a repetition. */
    EvidenceBuilder redelivered(String id) {
        return fact(new Event.Received(id, "m-" + id, 2, BEGIN, null));
    }

    /** The whole of a delivery that goes well. */
    EvidenceBuilder processed(String... ids) {
        for (String id : ids) {
            received(id).attempted(id, id).performed(id).deleted(id);
        }
        return this;
    }

    EvidenceBuilder attempted(String id, String key) {
        return fact(new Event.EffectAttempted(id, key));
    }

    /** The consumer recorded a performance, and so did the external service. */
    EvidenceBuilder performed(String key) {
        long times = effects.containsKey(key) ? effects.get(key).timesPerformed() + 1 : 1;
        effects.put(key, new StackSnapshot.Effect(times, key));
        return fact(new Event.EffectPerformed(key, key, times));
    }

    /** The external service recorded a performance that no consumer lived to record. */
    EvidenceBuilder performedUnseen(String key) {
        effects.put(key, new StackSnapshot.Effect(1, key));
        return this;
    }

    /** A consumer recorded a performance that the external service knows nothing about. */
    EvidenceBuilder claimed(String key) {
        return fact(new Event.EffectPerformed(key, key, 1));
    }

    EvidenceBuilder skipped(String id, String key) {
        return fact(new Event.Skipped(id, key, SkipReason.EFFECT_FOUND));
    }

    /** This process claims the message a for 10 s. */
    EvidenceBuilder leased(long token) {
        return fact(new Event.LeaseHeld("a", process + "/1", token, now.plusSeconds(10)));
    }

    /** This process finds the message a claimed by another. */
    EvidenceBuilder refused() {
        return fact(new Event.LeaseRefused("a", "another/1", now.plusSeconds(10)));
    }

    /** This process records the completion of the message a. */
    EvidenceBuilder completed() {
        return fact(new Event.Completed("a"));
    }

    EvidenceBuilder deleted(String id) {
        return fact(new Event.Deleted(id, "m-" + id));
    }

    EvidenceBuilder deadLettered(String... ids) {
        for (String id : ids) {
            deadLetters.add(new StackSnapshot.DeadLetter(id, "m-" + id, 3));
        }
        return this;
    }

    EvidenceBuilder leftOnTheQueue(int messages) {
        depth = new Depth(messages, 0, 0);
        return this;
    }

    private long nextSeq() {
        return entries.stream().filter(entry -> entry.process().equals(process)).count() + 1;
    }

    EvidenceBuilder fact(Event event) {
        entries.add(new Entry(process, nextSeq(), now, event));
        now = now.plusMillis(1);
        return this;
    }

    /** Later facts happen so much later. */
    EvidenceBuilder after(Duration time) {
        now = now.plus(time);
        return this;
    }

    /** A delivery of a message that was sent so long ago. */
    EvidenceBuilder receivedAged(String id, Duration age) {
        return fact(new Event.Received(id, "m-" + id, 1, now.minus(age), null));
    }

    EvidenceBuilder expired(String id) {
        return fact(new Event.Expired(id, "m-" + id, 0));
    }

    /** A consumer that kept no history. */
    EvidenceBuilder unobserved(String consumer) {
        unobserved.add(consumer);
        return this;
    }

    /** The gateway saw this of the calls. */
    EvidenceBuilder wire(WireEvidence seen) {
        wire = Optional.of(seen);
        return this;
    }

    /** What that consumer wrote to the status table. */
    EvidenceBuilder statusRecord(String id, String status, long attempts) {
        statusRecords.put(id, new StackSnapshot.StatusRecord(status, attempts));
        return this;
    }

    /** The external service recorded work that no history holds; 0 times: its record does not say how often. */
    EvidenceBuilder recorded(String key, String id, long times) {
        effects.put(key, new StackSnapshot.Effect(times, id));
        return this;
    }

    Instant now() {
        return now;
    }

    /** Later facts are this process's. */
    EvidenceBuilder by(String name) {
        process = name;
        return this;
    }

    /** The lines of a file that the run's processes shared. */
    EvidenceBuilder file(String name, String... lines) {
        files.put(name, List.of(lines));
        return this;
    }

    EvidenceBuilder maxReceiveCount(int deliveries) {
        queue = new QueueSettings(Duration.ofSeconds(2), deliveries);
        return this;
    }

    EvidenceBuilder withEntries(List<Entry> others) {
        entries.clear();
        entries.addAll(others);
        return this;
    }

    Evidence evidence() {
        StackSnapshot snapshot = new StackSnapshot(
                now, depth, new Depth(deadLetters.size(), 0, 0), deadLetters, effects, statusRecords, unobserved);
        return new Evidence(History.of(entries), queue, snapshot, files, wire);
    }
}
