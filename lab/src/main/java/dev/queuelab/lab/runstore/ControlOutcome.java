package dev.queuelab.lab.runstore;

import dev.queuelab.scenarios.check.Verdict;
import java.util.List;

/**
 * What a run shows as a control: PASS if exactly the requirements broke that stand for the protection taken out.
 *
 * @param findings sentences for people; never empty
 */
public record ControlOutcome(Verdict verdict, List<String> findings) {

    public ControlOutcome {
        findings = List.copyOf(findings);
    }

    public ControlOutcome(Verdict verdict, String finding) {
        this(verdict, List.of(finding));
    }

    /** The findings in one line. */
    public String finding() {
        return String.join("; ", findings);
    }
}
