package dev.queuelab.lab.triage;

import dev.queuelab.scenarios.kit.FailureReason;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * Dead letters with one reason.
 *
 * @param names what they are known by: the payload's id, or else the MessageId
 * @param fewestReceives how often the least received of them was received, this look included
 */
public record TriageGroup(FailureReason reason, List<String> names, int fewestReceives, int mostReceives) {

    public TriageGroup {
        names = List.copyOf(names);
    }

    /** Those that there are, in the order of the reasons. */
    static List<TriageGroup> of(List<DeadLetter> letters) {
        Map<FailureReason, List<DeadLetter>> groups = new EnumMap<>(FailureReason.class);
        letters.forEach(letter -> groups.computeIfAbsent(letter.reason(), unused -> new ArrayList<>())
                .add(letter));
        return groups.entrySet().stream()
                .map(group -> of(group.getKey(), group.getValue()))
                .toList();
    }

    private static TriageGroup of(FailureReason reason, List<DeadLetter> letters) {
        return new TriageGroup(
                reason,
                letters.stream().map(DeadLetter::name).toList(),
                letters.stream().mapToInt(DeadLetter::receiveCount).min().orElse(0),
                letters.stream().mapToInt(DeadLetter::receiveCount).max().orElse(0));
    }

    /** How often they were received, such as "3" or "3 to 5". */
    public String receives() {
        return fewestReceives == mostReceives ? "" + mostReceives : fewestReceives + " to " + mostReceives;
    }

    /** Such as "2 poison (received 4 to 5 times)". */
    @Override
    public String toString() {
        return names.size() + " " + reason.label() + " (received " + receives() + " times)";
    }
}
