package dev.queuelab.report.results;

import dev.queuelab.scenarios.cases.ConformanceCase;
import java.util.List;
import java.util.Map;

/**
 * The conformance cases that a command is to judge.
 *
 * @param notPlayed scenarios that are left out, with the reason
 */
public record CasePlan(List<ConformanceCase> cases, Map<String, String> notPlayed) {
    /** Of a command that judges scenarios alone. */
    public static final CasePlan NONE = new CasePlan(List.of(), Map.of());

    public CasePlan {
        cases = List.copyOf(cases);
        notPlayed = Map.copyOf(notPlayed);
    }
}
