package dev.queuelab.scenarios.kit;

import dev.queuelab.scenarios.check.Check;
import dev.queuelab.scenarios.check.Evidence;
import dev.queuelab.scenarios.check.Finding;
import dev.queuelab.scenarios.check.Precondition;
import java.util.List;
import java.util.stream.Collectors;

/** Whether a scenario can be played with a consumer at all. */
public final class Applicability {
    /** The name of the one check of a run that cannot be judged for lack of what the scenario needs. */
    public static final String NAME = "applicable";

    private Applicability() {}

    /** The check of a run whose consumers were not seen to do these things. */
    static Check without(List<Need> missing) {
        return new Precondition(
                NAME,
                "The consumer does what the scenario needs.",
                evidence -> Finding.notApplicable(
                        reason(missing) + ", and nothing that the consumer did shows that it has that"));
    }

    /** Whether the consumers of a run were seen to do all that the scenario needs. */
    public static boolean isApplicable(Scenario scenario, Evidence evidence) {
        return scenario.needs().stream().allMatch(need -> need.isMet(evidence));
    }

    /** For people: which needs are not met. */
    public static String reason(List<Need> missing) {
        return "needs " + missing.stream().map(Need::label).collect(Collectors.joining(", "));
    }
}
