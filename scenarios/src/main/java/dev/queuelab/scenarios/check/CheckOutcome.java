package dev.queuelab.scenarios.check;

import java.util.List;

/**
 * What a check came to.
 *
 * @param check its name
 * @param findings sentences for people; never empty
 */
public record CheckOutcome(String check, Verdict verdict, List<String> findings) {

    public CheckOutcome {
        findings = List.copyOf(findings);
    }

    public CheckOutcome(String check, Verdict verdict, String finding) {
        this(check, verdict, List.of(finding));
    }

    /** The findings in one line. */
    public String finding() {
        return String.join("; ", findings);
    }
}
