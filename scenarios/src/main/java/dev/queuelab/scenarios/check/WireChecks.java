package dev.queuelab.scenarios.check;

import dev.queuelab.core.history.Entry;
import dev.queuelab.core.history.Event;
import dev.queuelab.core.history.History;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** A check of what processes say of themselves, for a run whose calls passed the gateway. */
public final class WireChecks {
    public static final Requirement HISTORIES_AGREE = new Requirement(
            "histories agree with the calls",
            "What each consumer says it received, performed and deleted is what the gateway saw of its calls.",
            WireChecks::historiesAgree);

    private WireChecks() {}

    private static Finding historiesAgree(Evidence evidence) {
        if (evidence.wire().isEmpty()) {
            return Finding.notApplicable("the calls did not pass the gateway");
        }
        WireEvidence wire = evidence.wire().get();
        Map<String, Facts> said = factsByProcess(evidence.recorded());
        Map<String, Facts> seen = factsByProcess(wire.history());
        List<String> differences = new ArrayList<>();
        int compared = 0;
        for (String process : consumers(evidence)) {
            if (!wire.disturbed().contains(process)) {
                compared++;
                differences.addAll(seen.getOrDefault(process, new Facts())
                        .differences(process, said.getOrDefault(process, new Facts()), endedWell(process, evidence)));
            }
        }
        if (!differences.isEmpty()) {
            return Finding.broken(differences.size() + " differences: " + Names.of(differences));
        }
        return compared == 0
                ? Finding.notApplicable("no consumer kept a history of calls that met no fault")
                : Finding.holds("those of " + compared + (compared == 1 ? " consumer" : " consumers") + " do");
    }

    /** Consumers that kept a history. */
    private static Set<String> consumers(Evidence evidence) {
        return evidence.recorded().entries().stream()
                .filter(entry -> entry.event() instanceof Event.Started started
                        && started.role().equals(Labels.CONSUMER))
                .map(Entry::process)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** Whether it had the time to record its last call: one that was killed may have lacked it. */
    private static boolean endedWell(String process, Evidence evidence) {
        return evidence.recorded().entries().stream()
                .anyMatch(entry -> entry.process().equals(process) && entry.event() instanceof Event.Stopped);
    }

    private static Map<String, Facts> factsByProcess(History history) {
        Map<String, Facts> facts = new HashMap<>();
        history.entries()
                .forEach(entry -> facts.computeIfAbsent(entry.process(), process -> new Facts())
                        .take(entry.event()));
        return facts;
    }

    /** How often each thing was done. */
    private static final class Facts {
        private final Map<String, Integer> counts = new HashMap<>();

        void take(Event event) {
            if (event instanceof Event.Received received) {
                count("received message " + received.messageId());
            } else if (event instanceof Event.Deleted deleted) {
                count("deleted message " + deleted.messageId());
            } else if (event instanceof Event.EffectPerformed performed) {
                count("performed the effect " + performed.key());
            }
        }

        private void count(String what) {
            counts.merge(what, 1, Integer::sum);
        }

        /** These facts are what was seen. */
        List<String> differences(String process, Facts said, boolean complete) {
            Set<String> all = new TreeSet<>(counts.keySet());
            all.addAll(said.counts.keySet());
            return all.stream()
                    .filter(what -> times(what) < said.times(what) || (complete && times(what) > said.times(what)))
                    .map(what -> process + " " + what + " " + times(what) + " times, and says " + said.times(what))
                    .toList();
        }

        private int times(String what) {
            return counts.getOrDefault(what, 0);
        }
    }
}
