package dev.queuelab.scenarios.check;

import dev.queuelab.core.history.Event;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Checks of what the external service did. That a message was received twice is no concern of theirs. */
public final class Effects {
    private Effects() {}

    /**
     * No effect was performed twice, by the external service's own count: neither under one key, nor one message's under
     * several. An effect that was not performed at all is
     * for {@link Accounts#nothingLost} to find.
     */
    public static Check performedOnce() {
        return new Check("effects performed once", evidence -> {
            Set<String> repeated = new TreeSet<>(performedUnderSeveralKeys(evidence));
            evidence.effects().forEach((key, effect) -> {
                if (effect.timesPerformed() > 1) {
                    repeated.add(key + " (" + effect.timesPerformed() + " times)");
                }
            });
            if (!repeated.isEmpty()) {
                return Judgement.fail(repeated.size() + " performed more than once: " + Listing.of(repeated));
            }
            if (!untold(evidence, evidence.effects().keySet()).isEmpty()) {
                return Judgement.unknown("not judged: the effects table does not tell times_performed of "
                        + Listing.of(untold(evidence, evidence.effects().keySet())));
            }
            List<String> disputed = claimedMoreOftenThanRecorded(evidence);
            return disputed.isEmpty()
                    ? Judgement.pass(evidence.effects().size() + " effects, each performed once")
                    : Judgement.unknown("consumers tell of more performances than the external service recorded: "
                            + Listing.of(disputed));
        });
    }

    private static List<String> untold(Evidence evidence, Set<String> keys) {
        return keys.stream()
                .filter(key -> evidence.effects().containsKey(key) && recorded(evidence, key) == 0)
                .toList();
    }

    /** A consumer that takes another name for the message at each delivery looks in vain for what it has done. */
    private static List<String> performedUnderSeveralKeys(Evidence evidence) {
        Stream<String> attempted =
                evidence.history().all(Event.EffectAttempted.class).map(Event.EffectAttempted::id);
        Stream<String> recorded = evidence.effects().values().stream().map(Evidence.Effect::originalMessageId);
        return Stream.concat(attempted, recorded)
                .distinct()
                .filter(id -> evidence.keysOf(id).stream()
                                .filter(evidence.effects()::containsKey)
                                .count()
                        > 1)
                .map(id -> id + " (under " + Listing.of(evidence.keysOf(id)) + ")")
                .toList();
    }

    private static List<String> claimedMoreOftenThanRecorded(Evidence evidence) {
        Map<String, Long> claimed = evidence.history()
                .all(Event.EffectPerformed.class)
                .collect(Collectors.groupingBy(Event.EffectPerformed::key, Collectors.counting()));
        return claimed.entrySet().stream()
                .filter(claim -> claim.getValue() > recorded(evidence, claim.getKey()))
                .map(Map.Entry::getKey)
                .toList();
    }

    private static long recorded(Evidence evidence, String key) {
        Evidence.Effect effect = evidence.effects().get(key);
        return effect == null ? 0 : effect.timesPerformed();
    }

    /**
     * The work of all these messages together was performed so many times: one effect may stand for several messages.
     */
    public static Check performedTogether(String name, Messages messages, int times) {
        return new Check(name, evidence -> {
            Set<String> keys = new TreeSet<>();
            messages.ids().forEach(id -> keys.addAll(evidence.keysOf(id)));
            if (evidence.hasGaps()) {
                keys.retainAll(evidence.effects().keySet()); // of the others it is not known that anybody chose them
            }
            if (!untold(evidence, keys).isEmpty()) {
                return Judgement.unknown("not judged: the effects table does not tell times_performed of "
                        + Listing.of(untold(evidence, keys)));
            }
            long performed =
                    keys.stream().mapToLong(key -> recorded(evidence, key)).sum();
            String found = "the work of " + messages.count() + " messages was performed " + performed + " times, under "
                    + Listing.of(keys);
            return performed == times ? Judgement.pass(found) : Judgement.fail(found + "; expected " + times);
        });
    }

    /** None of these messages had an effect. */
    public static Check neverPerformed(String which, Messages messages) {
        return new Check(which + " never performed", evidence -> {
            List<String> performed =
                    messages.ids().stream().filter(evidence::isDone).toList();
            return performed.isEmpty()
                    ? Judgement.pass("none of " + messages.count() + " had an effect")
                    : Judgement.fail(performed.size() + " had an effect: " + Listing.of(performed));
        });
    }
}
