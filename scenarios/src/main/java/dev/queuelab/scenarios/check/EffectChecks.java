package dev.queuelab.scenarios.check;

import dev.queuelab.core.history.Event;
import dev.queuelab.scenarios.check.StackSnapshot.Effect;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Checks of what the external service did. That a message was received twice is not their concern. */
public final class EffectChecks {
    public static final Requirement PERFORMED_ONCE = new Requirement(
            "effects performed once",
            "The external service performed no message's effect twice, neither under one key nor under several.",
            EffectChecks::performedOnce);

    public static final Requirement POISON_NEVER_PERFORMED = new Requirement(
            "poison never performed",
            "No message that had to be rejected had an effect.",
            EffectChecks::poisonNeverPerformed);

    private EffectChecks() {}

    /** An effect that was not performed at all is for {@link LossChecks#NOTHING_LOST} to find. */
    private static Finding performedOnce(Evidence evidence) {
        Set<String> repeated = new TreeSet<>(performedUnderSeveralKeys(evidence));
        evidence.effects().forEach((key, effect) -> {
            if (effect.timesPerformed() > 1) {
                repeated.add(key + " (" + effect.timesPerformed() + " times)");
            }
        });
        if (!evidence.areEffectsKnown()) {
            return Finding.notApplicable("not judged: no consumer recorded an effect where it could be seen");
        }
        if (!repeated.isEmpty()) {
            return Finding.broken(repeated.size() + " performed more than once: " + Names.of(repeated));
        }
        List<String> uncounted = uncounted(evidence, evidence.effects().keySet());
        if (!uncounted.isEmpty()) {
            return notCounted(uncounted);
        }
        List<String> disputed = claimedMoreOftenThanRecorded(evidence);
        return disputed.isEmpty()
                ? Finding.holds(evidence.effects().size() + " effects, each performed once")
                : Finding.undecided(
                        "consumers report more performances than the external service recorded: " + Names.of(disputed));
    }

    /** A consumer that gives the message another name at each delivery does not find what it has done. */
    private static List<String> performedUnderSeveralKeys(Evidence evidence) {
        Stream<String> attempted =
                evidence.history().all(Event.EffectAttempted.class).map(Event.EffectAttempted::id);
        Stream<String> recorded = evidence.effects().values().stream().map(Effect::originalMessageId);
        return Stream.concat(attempted, recorded)
                .distinct()
                .filter(id -> evidence.keysOf(id).stream()
                                .filter(evidence.effects()::containsKey)
                                .count()
                        > 1)
                .map(id -> id + " (under " + Names.of(evidence.keysOf(id)) + ")")
                .toList();
    }

    private static List<String> claimedMoreOftenThanRecorded(Evidence evidence) {
        Map<String, Long> claimed = evidence.history()
                .all(Event.EffectPerformed.class)
                .collect(Collectors.groupingBy(Event.EffectPerformed::key, Collectors.counting()));
        return claimed.entrySet().stream()
                .filter(claim -> claim.getValue() > timesPerformed(evidence, claim.getKey()))
                .map(Map.Entry::getKey)
                .toList();
    }

    private static long timesPerformed(Evidence evidence, String key) {
        Effect effect = evidence.effects().get(key);
        return effect == null ? 0 : effect.timesPerformed();
    }

    private static List<String> uncounted(Evidence evidence, Collection<String> keys) {
        return keys.stream()
                .filter(key -> evidence.effects().containsKey(key) && timesPerformed(evidence, key) == 0)
                .toList();
    }

    private static Finding notCounted(List<String> keys) {
        return Finding.undecided("not judged: the effects table has no times_performed for " + Names.of(keys));
    }

    /**
     * The work of these messages together was performed so many times: one effect may stand for several messages.
     *
     * @param label of the producer that sent them
     */
    public static Requirement performedTogether(String name, String meaning, String label, int times) {
        return new Requirement(name, meaning, evidence -> {
            Messages messages = evidence.messages().from(Set.of(label));
            Set<String> keys = new TreeSet<>();
            messages.ids().forEach(id -> keys.addAll(evidence.keysOf(id)));
            if (!evidence.isComplete()) {
                keys.retainAll(evidence.effects().keySet()); // nobody is known to have chosen the others
            }
            List<String> uncounted = uncounted(evidence, keys);
            if (!uncounted.isEmpty()) {
                return notCounted(uncounted);
            }
            long performed = keys.stream()
                    .mapToLong(key -> timesPerformed(evidence, key))
                    .sum();
            String found = "the work of " + messages.count() + " messages was performed " + performed + " times, under "
                    + Names.of(keys);
            return performed == times ? Finding.holds(found) : Finding.broken(found + "; expected " + times);
        });
    }

    private static Finding poisonNeverPerformed(Evidence evidence) {
        Messages poison = evidence.messages().poison();
        List<String> performed = poison.ids().stream().filter(evidence::isDone).toList();
        return performed.isEmpty()
                ? Finding.holds("none of " + poison.count() + " had an effect")
                : Finding.broken(performed.size() + " had an effect: " + Names.of(performed));
    }
}
