package dev.queuelab.report.analysis;

import dev.queuelab.core.history.Event;
import dev.queuelab.core.history.History;
import dev.queuelab.core.trace.MessageTrace;
import dev.queuelab.core.trace.MessageTrace.Fate;
import dev.queuelab.core.trace.MessageTraces;
import dev.queuelab.lab.runstore.StoredRun;
import dev.queuelab.scenarios.check.Depth;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/**
 * A run in numbers, as its processes recorded them.
 *
 * @param events recorded in all
 * @param messages that the queue acknowledged
 * @param deliveries receives of a message
 * @param redeliveries deliveries of a message that a process had received before
 * @param redelivered messages that were received more than once
 * @param recovered messages whose work was done after the process that had them in hand was lost
 * @param effects performances of an effect
 * @param repeatedEffects performances of an effect that the service had performed before
 * @param skipped times that a consumer knew that the work was done
 * @param deleted messages
 * @param deadLettered messages found in the dead-letter queue, or due for it
 * @param inDeadLetterQueue what the dead-letter queue held at the end; empty if nobody looked
 * @param faults how often each of the gateway's faults met a call, by name; empty where there was no gateway
 */
public record RunCounts(
        long events,
        long messages,
        long deliveries,
        long redeliveries,
        long redelivered,
        long recovered,
        long effects,
        long repeatedEffects,
        long skipped,
        long deleted,
        long deadLettered,
        long crashes,
        OptionalLong inDeadLetterQueue,
        Optional<Map<String, Long>> faults) {
    private static final Set<Fate> DEAD = Set.of(Fate.DEAD_LETTERED, Fate.DUE_FOR_DEAD_LETTER_QUEUE);

    public static RunCounts of(StoredRun run) {
        return of(run, run.traces());
    }

    /** The same, where the traces are at hand. */
    public static RunCounts of(StoredRun run, MessageTraces traces) {
        History history = run.history();
        return new RunCounts(
                history.entries().size(),
                history.all(Event.Sent.class).count(),
                history.all(Event.Received.class).count(),
                traces.all().stream()
                        .mapToLong(trace -> Math.max(0, trace.deliveries().size() - 1))
                        .sum(),
                traces.all().stream().filter(MessageTrace::isRedelivered).count(),
                traces.all().stream().filter(MessageTrace::isRecovered).count(),
                history.all(Event.EffectPerformed.class).count(),
                history.all(Event.EffectPerformed.class)
                        .filter(effect -> effect.timesPerformed() > 1)
                        .count(),
                history.all(Event.Skipped.class).count(),
                traces.all().stream()
                        .filter(trace -> trace.fate() == Fate.DELETED)
                        .count(),
                traces.all().stream()
                        .filter(trace -> DEAD.contains(trace.fate()))
                        .count(),
                history.all(Event.Crashed.class).count(),
                run.snapshot()
                        .map(found -> found.deadLetterQueue())
                        .map(Depth::total)
                        .map(OptionalLong::of)
                        .orElse(OptionalLong.empty()),
                FaultRow.counts(run.calls()));
    }
}
