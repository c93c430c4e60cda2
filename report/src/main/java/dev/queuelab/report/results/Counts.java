package dev.queuelab.report.results;

import dev.queuelab.core.history.Event;
import dev.queuelab.core.history.History;
import dev.queuelab.lab.runstore.StoredRun;
import java.util.OptionalInt;

/**
 * A play in numbers, as its processes recorded them.
 *
 * @param messages that were sent
 * @param deliveries receives of a message
 * @param redeliveries deliveries of a message that a process had received before
 * @param effects performances of an effect
 * @param repeatedEffects performances of an effect that the service had performed before
 * @param deadLetters messages in the dead-letter queue at the last checks; empty if none were made
 */
public record Counts(
        long messages,
        long deliveries,
        long redeliveries,
        long effects,
        long repeatedEffects,
        OptionalInt deadLetters) {

    static Counts of(StoredRun run) {
        History history = run.history();
        long deliveries = history.all(Event.Received.class).count();
        long received = history.all(Event.Received.class)
                .map(Event.Received::id)
                .distinct()
                .count();
        return new Counts(
                history.all(Event.Sent.class).count(),
                deliveries,
                deliveries - received,
                history.all(Event.EffectPerformed.class).count(),
                history.all(Event.EffectPerformed.class)
                        .filter(effect -> effect.timesPerformed() > 1)
                        .count(),
                deadLetters(run));
    }

    private static OptionalInt deadLetters(StoredRun run) {
        if (run.evidence().isEmpty()) {
            return OptionalInt.empty();
        }
        int total = 0;
        for (var count : run.evidence().path("deadLetterQueue")) {
            total += count.asInt();
        }
        return OptionalInt.of(total);
    }
}
