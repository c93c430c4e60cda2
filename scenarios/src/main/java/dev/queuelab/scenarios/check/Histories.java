package dev.queuelab.scenarios.check;

import dev.queuelab.core.history.Entry;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** A check of the record itself. */
public final class Histories {
    private Histories() {}

    /**
     * Each process numbered its facts from 1, and none of them is missing or there twice. What was never written is not
     * found by it: a process that was killed wrote its last line before that.
     */
    public static Check whole() {
        return new Check("histories whole", evidence -> {
            Map<String, List<Long>> numbers = new TreeMap<>();
            for (Entry entry : evidence.history().entries()) {
                numbers.computeIfAbsent(entry.process(), name -> new ArrayList<>())
                        .add(entry.seq());
            }
            List<String> damaged = numbers.entrySet().stream()
                    .filter(process -> !isWhole(process.getValue()))
                    .map(Map.Entry::getKey)
                    .toList();
            return damaged.isEmpty()
                    ? Judgement.pass(evidence.history().entries().size() + " facts of " + numbers.size()
                            + " processes, numbered without a gap")
                    : Judgement.fail("facts are missing, or there twice, in the history of " + Listing.of(damaged));
        });
    }

    private static boolean isWhole(List<Long> numbers) {
        Set<Long> different = new HashSet<>(numbers);
        return different.size() == numbers.size()
                && numbers.stream().allMatch(number -> 1 <= number && number <= numbers.size());
    }
}
