package dev.queuelab.scenarios.check;

import dev.queuelab.core.history.Entry;
import dev.queuelab.core.history.Event;
import dev.queuelab.core.trace.MessageTrace;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;

/**
 * Checks of a redrive of some dead letters alone.
 *
 * @param cured labels of the producers whose messages failed for a reason that a fix has cured since
 * @param others labels of the producers whose messages would fail again, or are not wanted any more
 */
public record TriageChecks(Set<String> cured, Set<String> others) {
    public TriageChecks {
        cured = Set.copyOf(cured);
        others = Set.copyOf(others);
    }

    public Requirement curedDone() {
        return new Requirement(
                "cured done",
                "Each message that failed for a reason that was cured since had its effect after the redrive.",
                evidence -> {
                    Messages messages = evidence.messages().from(cured);
                    List<String> left = messages.where(trace -> !evidence.isDone(trace.id()))
                            .ids();
                    return left.isEmpty()
                            ? Finding.holds("all " + messages.count() + " were done")
                            : Finding.broken(
                                    left.size() + " of " + messages.count() + " were not done: " + Names.of(left));
                });
    }

    public Requirement restStayed() {
        return new Requirement(
                "the rest stayed",
                "Each other dead letter is still in the dead-letter queue, and was not delivered to a consumer again.",
                evidence -> {
                    Messages rest = evidence.messages().from(others);
                    List<String> gone = rest.where(trace -> !evidence.isDeadLettered(trace.id()))
                            .ids();
                    List<String> again = rest.where(trace -> isDeliveredAfterRedrive(trace, evidence))
                            .ids();
                    if (!gone.isEmpty()) {
                        return Finding.broken(
                                gone.size() + " are not in the dead-letter queue any more: " + Names.of(gone));
                    }
                    return (again.isEmpty()
                                    ? Finding.holds("all " + rest.count() + " are there, and none was delivered again")
                                    : Finding.broken(again.size() + " were delivered again: " + Names.of(again)))
                            .onlyInHistoriesOrCalls("what was delivered after the redrive");
                });
    }

    public Requirement restNeverDone() {
        return new Requirement(
                "the rest never done",
                "No other dead letter had an effect: what is stale was not taken for fresh.",
                evidence -> {
                    Messages rest = evidence.messages().from(others);
                    List<String> done =
                            rest.where(trace -> evidence.isDone(trace.id())).ids();
                    return done.isEmpty()
                            ? Finding.holds("none of " + rest.count() + " was done")
                            : Finding.broken(done.size() + " were done: " + Names.of(done));
                });
    }

    public Precondition allDeadLettered() {
        return new Precondition(
                "mixed failures seen",
                "Before the redrive, every kind of message was delivered as often as the queue allows, and none was done.",
                this::allDeadLettered);
    }

    private Finding allDeadLettered(Evidence evidence) {
        Optional<Instant> redrive = redriveAt(evidence);
        if (redrive.isEmpty()) {
            return Finding.undecided("there was no redrive");
        }
        Set<String> labels = new TreeSet<>(cured);
        labels.addAll(others);
        Predicate<MessageTrace> failed = trace -> trace.deliveries().stream()
                                .filter(delivery -> delivery.at().isBefore(redrive.get()))
                                .count()
                        >= evidence.queueSettings().maxReceiveCount()
                && trace.deliveries().stream()
                        .flatMap(delivery -> delivery.timeOf(Event.EffectPerformed.class).stream())
                        .noneMatch(redrive.get()::isAfter);
        List<String> missing = labels.stream()
                .filter(label -> evidence.messages().from(Set.of(label)).count() == 0
                        || evidence.messages()
                                        .from(Set.of(label))
                                        .where(failed.negate())
                                        .count()
                                > 0)
                .toList();
        return Finding.that(
                        missing.isEmpty(),
                        missing.isEmpty()
                                ? "all of " + String.join(", ", labels)
                                : "not all failed as they should of " + String.join(", ", missing))
                .onlyInHistoriesOrCalls("how often messages were delivered");
    }

    private static boolean isDeliveredAfterRedrive(MessageTrace trace, Evidence evidence) {
        return redriveAt(evidence)
                .filter(redrive -> trace.deliveries().stream()
                        .anyMatch(delivery -> delivery.at().isAfter(redrive)))
                .isPresent();
    }

    private static Optional<Instant> redriveAt(Evidence evidence) {
        return evidence.history().entries().stream()
                .filter(entry -> entry.event() instanceof Event.RedriveSeen)
                .map(Entry::at)
                .findFirst();
    }
}
