package dev.queuelab.scenarios.check;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Checks of what is left on the queue and on its dead-letter queue. */
public final class Queues {
    private Queues() {}

    /** Nothing waits, nothing is in flight. */
    public static Check drained() {
        return new Check("queue drained", evidence -> {
            String found = "the queue holds " + evidence.queue();
            return evidence.queue().total() == 0 ? Judgement.pass(found) : Judgement.fail(found);
        });
    }

    /** The dead-letter queue is empty. */
    public static Check nothingDeadLettered() {
        return new Check("nothing dead-lettered", evidence -> {
            String found = "the dead-letter queue holds " + evidence.deadLetterQueue();
            return evidence.deadLetterQueue().total() == 0 ? Judgement.pass(found) : Judgement.fail(found);
        });
    }

    /** Whatever is in the dead-letter queue is one of {@code messages}. */
    public static Check onlyDeadLettered(String which, Messages messages) {
        return new Check("only " + which + " dead-lettered", evidence -> {
            Set<String> allowed = new HashSet<>(messages.ids());
            List<String> others = evidence.deadLetters().stream()
                    .map(Evidence.DeadLetter::id)
                    .filter(id -> !allowed.contains(id))
                    .toList();
            return others.isEmpty()
                    ? Judgement.pass(evidence.deadLetters().size() + " of " + messages.count() + " dead-lettered")
                    : Judgement.fail(others.size() + " others dead-lettered: " + Listing.of(others));
        });
    }
}
