package dev.queuelab.scenarios.check;

import java.util.List;

/**
 * What a check came to, and why.
 *
 * @param findings sentences for people; never empty
 */
public record Judgement(Verdict verdict, List<String> findings) {

    public Judgement {
        findings = List.copyOf(findings);
    }

    public static Judgement pass(String finding) {
        return new Judgement(Verdict.PASS, List.of(finding));
    }

    public static Judgement unknown(String finding) {
        return new Judgement(Verdict.UNKNOWN, List.of(finding));
    }

    public static Judgement fail(String finding) {
        return new Judgement(Verdict.FAIL, List.of(finding));
    }

    /** This environment does not show what the check is about; the finding says what it did instead. */
    public static Judgement skip(String finding) {
        return new Judgement(Verdict.SKIP, List.of(finding));
    }
}
