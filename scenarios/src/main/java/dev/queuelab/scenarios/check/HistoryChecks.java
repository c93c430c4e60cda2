package dev.queuelab.scenarios.check;

import dev.queuelab.core.history.Entry;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** A check of the record itself, for a run that is judged from its folder. */
public final class HistoryChecks {
    /**
     * Missing events are detected by sequence number. What was never written is not found: a process that was killed wrote
     * its last line before that.
     */
    public static final Requirement COMPLETE = new Requirement(
            "histories complete",
            "Each process numbered its events from 1, and none is missing or there twice.",
            HistoryChecks::complete);

    private HistoryChecks() {}

    private static Finding complete(Evidence evidence) {
        List<Entry> entries = evidence.history().entries();
        Map<String, List<Long>> numbers = entries.stream()
                .collect(Collectors.groupingBy(
                        Entry::process, TreeMap::new, Collectors.mapping(Entry::seq, Collectors.toList())));
        List<String> damaged = numbers.entrySet().stream()
                .filter(process -> !isComplete(process.getValue()))
                .map(Map.Entry::getKey)
                .toList();
        return damaged.isEmpty()
                ? Finding.holds(entries.size() + " events of " + numbers.size() + " processes, numbered without a gap")
                : Finding.broken("events are missing, or there twice, in the history of " + Names.of(damaged));
    }

    private static boolean isComplete(List<Long> numbers) {
        Set<Long> different = new HashSet<>(numbers);
        return different.size() == numbers.size()
                && numbers.stream().allMatch(number -> 1 <= number && number <= numbers.size());
    }
}
