package dev.queuelab.scenarios.check;

import static org.assertj.core.api.Assertions.assertThat;

/** What a check says of a run. */
record JudgedRun(CheckOutcome outcome) {

    static JudgedRun judged(Check check, EvidenceBuilder run) {
        return new JudgedRun(check.evaluate(run.evidence()));
    }

    void passes(String finding) {
        is(Verdict.PASS, finding);
    }

    void fails(String finding) {
        is(Verdict.FAIL, finding);
    }

    void isUnknown(String finding) {
        is(Verdict.UNKNOWN, finding);
    }

    void isSkipped(String finding) {
        is(Verdict.SKIP, finding);
    }

    private void is(Verdict verdict, String finding) {
        assertThat(outcome.verdict()).as(outcome.toString()).isEqualTo(verdict);
        assertThat(outcome.findings()).first().asString().contains(finding);
    }
}
