package dev.queuelab.scenarios.check;

import dev.queuelab.core.history.Event;
import dev.queuelab.core.payload.Payload;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;

/** Checks of many entities whose versions arrive in any order. */
public final class VersionChecks {
    private VersionChecks() {}

    /**
     * Each entity ended at its newest version.
     *
     * @param stateFile a JSON object of entity to version, as the consumers left it
     * @param sent the versions that were sent
     */
    public static Requirement endedAtNewest(
            String name, String meaning, String stateFile, Function<Evidence, Collection<EntityVersion>> sent) {
        return new Requirement(
                name,
                meaning,
                evidence -> endedAtNewest(
                        evidence, Payload.parse(String.join("", evidence.lines(stateFile))), sent.apply(evidence)));
    }

    private static Finding endedAtNewest(Evidence evidence, Payload state, Collection<EntityVersion> sent) {
        Map<String, EntityVersion> newest = new TreeMap<>();
        sent.forEach(version ->
                newest.merge(version.entity(), version, (one, other) -> one.number() > other.number() ? one : other));
        Map<String, Long> ended = new HashMap<>();
        newest.keySet().forEach(entity -> state.wholeNumber(entity).ifPresent(number -> ended.put(entity, number)));
        if (ended.isEmpty() && !evidence.effects().isEmpty()) {
            return Finding.undecided("not judged: effects were performed, but no versions were left in the state");
        }
        List<String> wrong = newest.values().stream()
                .filter(version -> !Long.valueOf(version.number()).equals(ended.get(version.entity())))
                .map(version -> version.entity() + " as " + describe(version.entity(), ended, sent) + ", not as "
                        + describe(version))
                .toList();
        return wrong.isEmpty()
                ? Finding.holds("all of " + newest.size() + " entities ended at their newest version")
                : Finding.broken(wrong.size() + " of " + newest.size() + " ended wrong: " + Names.of(wrong));
    }

    private static String describe(String entity, Map<String, Long> ended, Collection<EntityVersion> sent) {
        Long number = ended.get(entity);
        if (number == null) {
            return "nothing at all";
        }
        return sent.stream()
                .filter(version -> version.entity().equals(entity) && version.number() == number)
                .map(VersionChecks::describe)
                .findFirst()
                .orElse("unknown (" + number + ")");
    }

    private static String describe(EntityVersion version) {
        return version.state() + " (" + version.number() + ")";
    }

    /**
     * Some version was handled after a newer one of its entity.
     *
     * @param sent the versions that were sent, by the id of their message
     */
    public static Precondition inversionsSeen(Function<Evidence, Map<String, EntityVersion>> sent) {
        return new Precondition(
                "inversions seen",
                "The failure came about: some version was handled after a newer one of its entity.",
                evidence -> {
                    Map<String, EntityVersion> versions = sent.apply(evidence);
                    long inversions = inversions(handled(evidence).stream()
                            .filter(versions::containsKey)
                            .map(versions::get)
                            .toList());
                    String found = inversions + " times a version was handled after a newer one of its entity";
                    return inversions > 0
                            ? Finding.holds(found)
                            : Finding.broken(found).onlyInHistories("in which order versions were handled");
                });
    }

    /** Messages in the order in which a consumer first decided about them. */
    private static Set<String> handled(Evidence evidence) {
        Set<String> handled = new LinkedHashSet<>();
        evidence.history().entries().forEach(entry -> {
            if (entry.event() instanceof Event.EffectAttempted attempted) {
                handled.add(attempted.id());
            } else if (entry.event() instanceof Event.Skipped skipped) {
                handled.add(skipped.id());
            }
        });
        return handled;
    }

    /** The pairs that stand in the wrong order. */
    private static long inversions(List<EntityVersion> order) {
        Map<String, List<Long>> before = new HashMap<>();
        long inversions = 0;
        for (EntityVersion version : order) {
            List<Long> earlier = before.computeIfAbsent(version.entity(), entity -> new ArrayList<>());
            inversions +=
                    earlier.stream().filter(number -> number > version.number()).count();
            earlier.add(version.number());
        }
        return inversions;
    }
}
