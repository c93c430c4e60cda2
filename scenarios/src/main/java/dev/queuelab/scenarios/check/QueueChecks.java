package dev.queuelab.scenarios.check;

import dev.queuelab.scenarios.check.StackSnapshot.DeadLetter;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Checks of what is left on the queue and on its dead-letter queue. */
public final class QueueChecks {
    public static final Requirement DRAINED = new Requirement(
            "queue drained",
            "The queue holds no message: none waits, none is in flight.",
            evidence -> Finding.that(evidence.queue().total() == 0, "the queue holds " + evidence.queue()));

    public static final Requirement NOTHING_DEAD_LETTERED = new Requirement(
            "nothing dead-lettered", "The dead-letter queue is empty.", QueueChecks::nothingDeadLettered);

    public static final Requirement ONLY_POISON_DEAD_LETTERED = new Requirement(
            "only poison dead-lettered",
            "Every message in the dead-letter queue is one that had to be rejected.",
            QueueChecks::onlyPoisonDeadLettered);

    private QueueChecks() {}

    private static Finding nothingDeadLettered(Evidence evidence) {
        String found = "the dead-letter queue holds " + evidence.deadLetterQueue();
        return evidence.deadLetterQueue().total() == 0
                ? Finding.holds(found)
                : DeadPolls.unlessTaken(
                        evidence,
                        evidence.deadLetters().stream().map(DeadLetter::id).toList(),
                        Finding.broken(found));
    }

    private static Finding onlyPoisonDeadLettered(Evidence evidence) {
        Messages poison = evidence.messages().poison();
        Set<String> allowed = new HashSet<>(poison.ids());
        List<String> others = evidence.deadLetters().stream()
                .map(DeadLetter::id)
                .filter(id -> !allowed.contains(id))
                .toList();
        return others.isEmpty()
                ? Finding.holds(evidence.deadLetters().size() + " of " + poison.count() + " dead-lettered")
                : DeadPolls.unlessTaken(
                        evidence, others, Finding.broken(others.size() + " others dead-lettered: " + Names.of(others)));
    }
}
