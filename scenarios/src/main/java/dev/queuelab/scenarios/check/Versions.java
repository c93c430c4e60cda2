package dev.queuelab.scenarios.check;

import dev.queuelab.core.history.Entry;
import dev.queuelab.core.history.Event;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Checks of many entities whose versions arrive in any order. */
public final class Versions {
    private Versions() {}

    /**
     * Each entity ended at its newest version.
     *
     * @param sent the versions that were sent, by the id of their message
     * @param ended the version that each entity was found at
     * @param words what a version stands for, such as "cancelled"
     */
    public static Check endedAtNewest(
            String name, Map<String, Version> sent, Map<String, Long> ended, Function<Version, String> words) {
        return new Check(name, evidence -> {
            if (ended.isEmpty() && !evidence.effects().isEmpty()) {
                return Judgement.unknown("not judged: effects were performed, but no versions were left in the state");
            }
            Map<String, Long> newest = new TreeMap<>();
            sent.values().forEach(version -> newest.merge(version.entity(), version.number(), Math::max));
            List<String> wrong = new ArrayList<>();
            newest.forEach((entity, number) -> {
                if (!number.equals(ended.get(entity))) {
                    wrong.add(entity + " as " + told(entity, ended.get(entity), words) + ", not as "
                            + told(entity, number, words));
                }
            });
            return wrong.isEmpty()
                    ? Judgement.pass("all of " + newest.size() + " entities ended at their newest version")
                    : Judgement.fail(wrong.size() + " of " + newest.size() + " ended wrong: " + Listing.of(wrong));
        });
    }

    /** Some version was handled after a newer one of its entity; else the story is about nothing that happened. */
    public static Check inversionsSeen(Map<String, Version> sent) {
        return new Check("inversions seen", evidence -> {
            Set<String> handled = new LinkedHashSet<>();
            evidence.history().entries().stream().map(Entry::event).forEach(event -> {
                if (event instanceof Event.EffectAttempted attempted) {
                    handled.add(attempted.id());
                } else if (event instanceof Event.Skipped skipped) {
                    handled.add(skipped.id());
                }
            });
            long inversions = inversions(
                    handled.stream().filter(sent::containsKey).map(sent::get).toList());
            if (inversions == 0 && evidence.hasGaps()) {
                return Outside.unknown(evidence, "in which order versions were handled");
            }
            String found = inversions + " times a version was handled after a newer one of its entity";
            return inversions > 0 ? Judgement.pass(found) : Judgement.unknown(found);
        });
    }

    /** The pairs that stand in the wrong order. */
    private static long inversions(List<Version> order) {
        Map<String, List<Long>> before = new HashMap<>();
        long inversions = 0;
        for (Version version : order) {
            List<Long> earlier = before.computeIfAbsent(version.entity(), entity -> new ArrayList<>());
            inversions +=
                    earlier.stream().filter(number -> number > version.number()).count();
            earlier.add(version.number());
        }
        return inversions;
    }

    private static String told(String entity, @Nullable Long number, Function<Version, String> words) {
        return number == null ? "nothing at all" : words.apply(new Version(entity, number)) + " (" + number + ")";
    }
}
