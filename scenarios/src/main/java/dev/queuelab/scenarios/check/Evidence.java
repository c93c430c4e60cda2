package dev.queuelab.scenarios.check;

import dev.queuelab.core.history.Entry;
import dev.queuelab.core.history.Event;
import dev.queuelab.core.history.History;
import dev.queuelab.core.payload.Payload;
import dev.queuelab.core.trace.MessageTrace;
import dev.queuelab.core.trace.MessageTraces;
import dev.queuelab.core.trace.QueueSettings;
import dev.queuelab.scenarios.check.StackSnapshot.DeadLetter;
import dev.queuelab.scenarios.check.StackSnapshot.Effect;
import dev.queuelab.scenarios.check.StackSnapshot.StatusRecord;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * All that a run left: what its processes recorded, what was found on the stack afterwards, and the files that its
 * processes shared. It is collected once, when the play has ended; a run folder holds all of it.
 */
public final class Evidence {
    private final History recorded;
    private final History history;
    private final Optional<WireEvidence> wire;
    private final QueueSettings queueSettings;
    private final StackSnapshot snapshot;
    private final Map<String, List<String>> files;
    private final MessageTraces traces;
    private final Set<String> deadLetterIds;
    private final Map<String, Set<String>> effectKeys = new HashMap<>();

    /**
     * Puts the evidence together.
     *
     * @param recorded what the processes recorded of themselves
     * @param files the lines of each file that the scenario had its processes share, by name
     * @param wire what the gateway saw, if the processes' calls passed it
     */
    public Evidence(
            History recorded,
            QueueSettings queueSettings,
            StackSnapshot snapshot,
            Map<String, List<String>> files,
            Optional<WireEvidence> wire) {
        this.recorded = recorded;
        this.history = wire.map(seen -> seen.completing(recorded)).orElse(recorded);
        this.wire = wire;
        this.queueSettings = queueSettings;
        this.snapshot = snapshot;
        this.files = Map.copyOf(files);
        this.deadLetterIds =
                snapshot.deadLetters().stream().map(DeadLetter::id).collect(Collectors.toUnmodifiableSet());
        this.traces = MessageTraces.of(history, queueSettings, deadLetterIds, snapshot.at());
        traces.all().forEach(trace -> trace.effectKeys().forEach(key -> addKey(trace.id(), key)));
        snapshot.effects().forEach((key, effect) -> addKey(effect.originalMessageId(), key));
    }

    private void addKey(String id, String key) {
        effectKeys.computeIfAbsent(id, unused -> new LinkedHashSet<>()).add(key);
    }

    /** What is known of each process: what it recorded, or if it recorded nothing, what the gateway saw. */
    public History history() {
        return history;
    }

    /** What the processes recorded of themselves. */
    public History recorded() {
        return recorded;
    }

    /** What the gateway saw; empty if the processes' calls did not pass it. */
    public Optional<WireEvidence> wire() {
        return wire;
    }

    public QueueSettings queueSettings() {
        return queueSettings;
    }

    public MessageTraces traces() {
        return traces;
    }

    /** Deliveries, as the gateway saw them, to polls of processes that had ended: nobody read them. */
    public List<Entry> deliveriesToNobody() {
        return wire.map(seen -> seen.deliveriesToNobody(recorded)).orElse(List.of());
    }

    /** What this run sent and the queue acknowledged. */
    public Messages messages() {
        return new Messages(traces.all().stream()
                .filter(trace -> trace.acknowledged().isPresent())
                .toList());
    }

    /** The lines of a file that the scenario's processes shared; none if nobody wrote it. */
    public List<String> lines(String file) {
        return files.getOrDefault(file, List.of());
    }

    /** The fields that the scenario gave to the producer with this label, one object a message, in this order. */
    public List<Payload> fieldsGivenTo(String label) {
        return lines(Labels.fieldsFile(label)).stream().map(Payload::parse).toList();
    }

    public Depth queue() {
        return snapshot.queue();
    }

    public Depth deadLetterQueue() {
        return snapshot.deadLetterQueue();
    }

    public List<DeadLetter> deadLetters() {
        return snapshot.deadLetters();
    }

    /** What the external service recorded, by key. */
    public Map<String, Effect> effects() {
        return snapshot.effects();
    }

    /** What the status table says of a message; empty where nobody needed to look. */
    public Optional<StatusRecord> statusRecord(String id) {
        return Optional.ofNullable(snapshot.statusRecords().get(id));
    }

    public boolean hasStatusRecords() {
        return !snapshot.statusRecords().isEmpty();
    }

    /**
     * Whether consumers record effects where the laboratory finds them. Ours do; of any other, some effect or some
     * bookkeeping must be there.
     */
    public boolean areEffectsKnown() {
        return isOursAlone()
                || !effects().isEmpty()
                || hasStatusRecords()
                || history.all(Event.EffectAttempted.class).findAny().isPresent();
    }

    /** Whether all consumers are ours. Of those that keep a history, others record no settings. */
    public boolean isOursAlone() {
        return withoutHistory().isEmpty()
                && recorded.all(Event.Started.class)
                        .noneMatch(started -> started.role().equals(Labels.CONSUMER)
                                && started.settings().isEmpty());
    }

    /** Whether some consumer wrote to a file that the scenario had its processes share. */
    public boolean isShared(String file) {
        return !lines(file).isEmpty();
    }

    /** Whether a consumer deleted the message after it had received it. */
    public boolean isDeleted(String id) {
        return traces.find(id)
                .filter(trace -> trace.deliveries().stream()
                        .anyMatch(
                                delivery -> delivery.timeOf(Event.Deleted.class).isPresent()))
                .isPresent();
    }

    /** Whether a consumer did with the message what it does with any: its work, or where that is not seen, its deletion. */
    public boolean isTreatedAsAny(String id) {
        return areEffectsKnown() ? isDone(id) : isDeleted(id);
    }

    /** Consumers that kept no history: what they decided is not known. */
    public Set<String> withoutHistory() {
        return snapshot.unobserved();
    }

    /** Those of them whose calls nobody saw: not even what they received and deleted is known. */
    public Set<String> unobserved() {
        return wire.isPresent() ? Set.of() : withoutHistory();
    }

    /** Whether every consumer kept a history, so that what no history holds did not happen. */
    public boolean isComplete() {
        return withoutHistory().isEmpty();
    }

    /** Whether all deliveries and deletions are known. */
    public boolean isObserved() {
        return unobserved().isEmpty();
    }

    /** Whether the status table says that the message's work is done. */
    public boolean isRecordedCompleted(String id) {
        return statusRecord(id)
                .filter(record -> record.status().equals(StatusRecord.COMPLETED))
                .isPresent();
    }

    /** Whether work on the message began more than once, by the status table. */
    public boolean isRecordedBegunAgain(String id) {
        return statusRecord(id).filter(record -> record.attempts() > 1).isPresent();
    }

    /** Whether the external service did the message's work. */
    public boolean isDone(String id) {
        return keysOf(id).stream().anyMatch(effects()::containsKey);
    }

    public boolean isDeadLettered(String id) {
        return deadLetterIds.contains(id);
    }

    /** Whether a consumer dropped the message because it was too old. */
    public boolean isExpired(String id) {
        return traces.find(id).map(MessageTrace::isExpired).orElse(false);
    }

    /**
     * The keys under which consumers looked for the message's effect, or the external service recorded it; the message's
     * id, if there are none.
     */
    public Set<String> keysOf(String id) {
        return effectKeys.getOrDefault(id, Set.of(id));
    }

    /** How often consumers recorded that they received the message. */
    public int deliveriesOf(String id) {
        return traces.find(id).map(trace -> trace.deliveries().size()).orElse(0);
    }
}
