package dev.queuelab.scenarios.check;

import dev.queuelab.core.history.Entry;
import dev.queuelab.core.history.Event;
import dev.queuelab.core.payload.SchemaVersion;
import dev.queuelab.core.trace.Delivery;
import dev.queuelab.core.trace.MessageTrace;
import dev.queuelab.scenarios.check.StackSnapshot.DeadLetter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Checks of messages whose schema changes while producers and consumers of several versions run.
 *
 * @param versions the version that each producer writes, by its label
 * @param unknown the label of the producer whose major version no consumer reads
 */
public record SchemaChecks(Map<String, SchemaVersion> versions, String unknown) {
    public SchemaChecks {
        versions = Map.copyOf(versions);
    }

    private Messages known(Evidence evidence) {
        Set<String> labels = new HashSet<>(versions.keySet());
        labels.remove(unknown);
        return evidence.messages().from(labels);
    }

    private Messages unknown(Evidence evidence) {
        return evidence.messages().from(Set.of(unknown));
    }

    public Requirement knownDoneAtOnce() {
        return DeliveryChecks.deletedAtFirstSight(
                "known versions done at once",
                "Each message of a major version that the consumers read was done and deleted by the one that received it"
                        + " first, older or newer.",
                this::known);
    }

    public Requirement onlyUnknownDeadLettered() {
        return new Requirement(
                "only the unknown dead-lettered",
                "Every message in the dead-letter queue is of the major version that no consumer reads.",
                evidence -> {
                    Set<String> allowed = new HashSet<>(unknown(evidence).ids());
                    List<String> others = evidence.deadLetters().stream()
                            .map(DeadLetter::id)
                            .filter(id -> !allowed.contains(id))
                            .toList();
                    return others.isEmpty()
                            ? Finding.holds(evidence.deadLetters().size() + " of " + allowed.size() + " dead-lettered")
                            : DeadPolls.unlessTaken(
                                    evidence,
                                    others,
                                    Finding.broken(others.size() + " others dead-lettered: " + Names.of(others)));
                });
    }

    public Requirement unknownNeverDone() {
        return new Requirement(
                "unknown version never done",
                "No message of the major version that no consumer reads had an effect, on a guess of what it means.",
                evidence -> {
                    List<String> done = unknown(evidence).ids().stream()
                            .filter(evidence::isTreatedAsAny)
                            .toList();
                    return done.isEmpty()
                            ? Finding.holds("none of " + unknown(evidence).count() + " was done")
                            : Finding.broken(done.size() + " were done: " + Names.of(done));
                });
    }

    /** Whoever looks at the dead-letter queue finds why a message is there. */
    public Requirement reasonOnRecord() {
        return new Requirement(
                "reason on record",
                "For each dead letter, some consumer recorded why it rejected it, and named the message's schema version.",
                evidence -> reasonOnRecord(evidence).onlyInHistories("why a message was rejected"));
    }

    private Finding reasonOnRecord(Evidence evidence) {
        Map<String, SchemaVersion> written = versionsById(evidence);
        List<String> silent = evidence.deadLetters().stream()
                .map(DeadLetter::id)
                .filter(id -> evidence.history()
                        .all(Event.Rejected.class)
                        .noneMatch(rejected -> rejected.id().equals(id)
                                && rejected.reason().contains("schema version is " + written.get(id))))
                .toList();
        if (evidence.deadLetters().isEmpty()) {
            return Finding.undecided("nothing was dead-lettered");
        }
        return silent.isEmpty()
                ? Finding.holds("all " + evidence.deadLetters().size() + " have one, such as: "
                        + evidence.history()
                                .all(Event.Rejected.class)
                                .map(Event.Rejected::reason)
                                .findFirst()
                                .orElse(""))
                : Finding.broken(silent.size() + " have none: " + Names.of(silent));
    }

    private Map<String, SchemaVersion> versionsById(Evidence evidence) {
        Map<String, SchemaVersion> byId = new HashMap<>();
        versions.forEach((label, version) ->
                evidence.messages().from(Set.of(label)).ids().forEach(id -> byId.put(id, version)));
        return byId;
    }

    /**
     * Consumers of the newer version read a field in messages that lack it.
     *
     * @param log the file to which they append the field at each effect
     * @param value what it is taken for
     */
    public Requirement defaultUsed(String log, String value) {
        return new Requirement(
                "missing field defaulted",
                "Whenever a consumer of the newer version did a message without its new field, it took the default.",
                evidence -> {
                    long done = evidence.messages().from(lackingTheField()).traces().stream()
                            .flatMap(trace -> trace.deliveries().stream())
                            .filter(delivery -> isNew(delivery)
                                    && delivery.timeOf(Event.EffectPerformed.class)
                                            .isPresent())
                            .count();
                    int defaulted = Collections.frequency(evidence.lines(log), value);
                    return Finding.that(
                                    defaulted == done,
                                    "of " + done + " without the field, " + defaulted + " were read as " + value)
                            .onlyInHistories("who did which message");
                });
    }

    /** The labels of the producers that do not write the field which the minor version 1 added. */
    private Set<String> lackingTheField() {
        return versions.entrySet().stream()
                .filter(version -> version.getValue().minor() == 0)
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }

    private boolean isNew(Delivery delivery) {
        return Optional.ofNullable(versions.get(Labels.labelOf(delivery.process())))
                .filter(version -> version.minor() > 0)
                .isPresent();
    }

    /** Consumers of each version received messages of the other one. */
    public Precondition crossed() {
        return new Precondition(
                "versions crossed",
                "The failure could come about: consumers of each version received messages of the other one.",
                evidence -> crossed(evidence).onlyInHistoriesOrCalls("who received which message"));
    }

    private Finding crossed(Evidence evidence) {
        Map<String, SchemaVersion> written = versionsById(evidence);
        Set<String> seen = new HashSet<>();
        List<String> found = new ArrayList<>();
        for (Entry entry : evidence.history().entries()) {
            if (entry.event() instanceof Event.Received received) {
                SchemaVersion reads = versions.get(Labels.labelOf(entry.process()));
                SchemaVersion writes = written.get(received.id());
                if (reads != null
                        && writes != null
                        && writes.major() == reads.major()
                        && !writes.equals(reads)
                        && seen.add(reads.toString())) {
                    found.add("a consumer of " + reads + " received a message of " + writes);
                }
            }
        }
        return Finding.that(found.size() == 2, found.isEmpty() ? "no versions met" : Names.of(found));
    }

    /** Each producer's version: what became of its messages, and which consumers did them. */
    public ReportTable table() {
        return new ReportTable(
                "schema-versions",
                evidence -> new Table(
                        List.of(
                                "written by",
                                "sent",
                                "done by the older",
                                "done by the newer",
                                "rejected",
                                "dead-lettered"),
                        versions.values().stream()
                                .distinct()
                                .sorted(Comparator.comparing(SchemaVersion::toString))
                                .map(version -> row(evidence, version))
                                .toList()));
    }

    private List<String> row(Evidence evidence, SchemaVersion version) {
        Set<String> labels = new HashSet<>(versions.keySet());
        labels.removeIf(label -> !version.equals(versions.get(label)));
        List<MessageTrace> sent = evidence.messages().from(labels).traces();
        return List.of(
                version.toString(),
                Integer.toString(sent.size()),
                Long.toString(deliveries(sent, Event.EffectPerformed.class, false)),
                Long.toString(deliveries(sent, Event.EffectPerformed.class, true)),
                Long.toString(
                        deliveries(sent, Event.Rejected.class, false) + deliveries(sent, Event.Rejected.class, true)),
                Long.toString(sent.stream()
                        .filter(trace -> evidence.isDeadLettered(trace.id()))
                        .count()));
    }

    private long deliveries(List<MessageTrace> sent, Class<? extends Event> with, boolean toNew) {
        return sent.stream()
                .flatMap(trace -> trace.deliveries().stream())
                .filter(delivery ->
                        isNew(delivery) == toNew && delivery.timeOf(with).isPresent())
                .count();
    }
}
