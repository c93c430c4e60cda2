package dev.queuelab.report.analysis;

import dev.queuelab.core.history.Event;
import java.util.List;

/**
 * A run in numbers.
 *
 * @param redelivered messages that were received more than once
 * @param effectsRepeated performances of an effect that the service had performed before
 * @param deleted messages
 * @param deadLettered messages, seen in the dead-letter queue or due for it
 */
public record Totals(
        long facts,
        long sent,
        long receives,
        long redelivered,
        long effects,
        long effectsRepeated,
        long skipped,
        long deleted,
        long deadLettered,
        long crashes) {

    public static Totals of(List<Fact> facts, List<Life> lives) {
        return new Totals(
                facts.size(),
                count(facts, Event.Sent.class),
                count(facts, Event.Received.class),
                lives.stream().filter(life -> life.deliveries().size() > 1).count(),
                count(facts, Event.EffectPerformed.class),
                facts.stream()
                        .map(Fact::event)
                        .filter(event -> event instanceof Event.EffectPerformed effect && effect.timesPerformed() > 1)
                        .count(),
                count(facts, Event.Skipped.class),
                lives.stream()
                        .filter(life -> life.ending() == Life.Ending.DELETED)
                        .count(),
                lives.stream()
                        .filter(life -> life.ending() == Life.Ending.DEAD_LETTERED
                                || life.ending() == Life.Ending.DUE_FOR_DEAD_LETTER_QUEUE)
                        .count(),
                count(facts, Event.Crashed.class));
    }

    private static long count(List<Fact> facts, Class<? extends Event> kind) {
        return facts.stream().map(Fact::event).filter(kind::isInstance).count();
    }
}
