package dev.queuelab.scenarios.check;

import static org.assertj.core.api.Assertions.assertThat;

/** What a check says of a run. */
record Judged(Judgement judgement) {

    static Judged judged(Check check, Given run) {
        return new Judged(check.on(run.evidence()).judgement());
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
        assertThat(judgement.verdict()).as(judgement.toString()).isEqualTo(verdict);
        assertThat(judgement.findings()).singleElement().asString().contains(finding);
    }
}
