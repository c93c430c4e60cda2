package dev.queuelab.scenarios.check;

import static dev.queuelab.scenarios.check.JudgedRun.judged;
import static dev.queuelab.scenarios.check.Verdict.FAIL;
import static dev.queuelab.scenarios.check.Verdict.PASS;
import static dev.queuelab.scenarios.check.Verdict.SKIP;
import static dev.queuelab.scenarios.check.Verdict.UNKNOWN;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CheckTest {

    private static final EvidenceBuilder COMPLETE = new EvidenceBuilder();
    private static final EvidenceBuilder INCOMPLETE = new EvidenceBuilder().unobserved("consumer-1");

    @Test
    void aCheckThatCrashesHasNotPassed() {
        Check broken = new Requirement("broken", "Crashes.", evidence -> {
            throw new IllegalStateException("oops");
        });

        judged(broken, COMPLETE).isUnknown("the check itself crashed: java.lang.IllegalStateException: oops");
    }

    @ParameterizedTest
    @CsvSource({
        "HOLDS, PASS, PASS, SKIP, UNKNOWN",
        "BROKEN, FAIL, UNKNOWN, SKIP, UNKNOWN",
        "UNDECIDED, UNKNOWN, UNKNOWN, UNKNOWN, UNKNOWN",
        "NOT_APPLICABLE, SKIP, SKIP, SKIP, SKIP"
    })
    void aRequirementMustHoldAndAPreconditionMustHaveComeAbout(
            Finding.Kind kind,
            Verdict requirement,
            Verdict precondition,
            Verdict requirementUnobserved,
            Verdict preconditionUnobserved) {
        Finding finding = new Finding(kind, "found", Optional.empty());
        Check must = new Requirement("must", "Must hold.", evidence -> finding);
        Check pre = new Precondition("pre", "Came about.", evidence -> finding);
        Check mustByHistory = new Requirement("must", "Must hold.", evidence -> finding.onlyInHistories("what was"));
        Check preByHistory = new Precondition("pre", "Came about.", evidence -> finding.onlyInHistories("what was"));

        assertThat(List.of(must, pre))
                .extracting(check -> check.evaluate(COMPLETE.evidence()).verdict())
                .containsExactly(requirement, precondition);
        assertThat(List.of(must, pre))
                .extracting(check -> check.evaluate(INCOMPLETE.evidence()).verdict())
                .containsExactly(requirement, precondition);
        assertThat(List.of(mustByHistory, preByHistory))
                .extracting(check -> check.evaluate(COMPLETE.evidence()).verdict())
                .containsExactly(requirement, precondition);
        assertThat(List.of(mustByHistory, preByHistory))
                .extracting(check -> check.evaluate(INCOMPLETE.evidence()).verdict())
                .containsExactly(requirementUnobserved, preconditionUnobserved);
        assertThat(mustByHistory.evaluate(INCOMPLETE.evidence()).finding())
                .isEqualTo("not judged: only a history shows what was, and consumer-1 kept none");
    }

    @Test
    void failOutranksUnknownOutranksPass() {
        assertThat(Verdict.worst(List.of(PASS, UNKNOWN, FAIL, PASS))).isEqualTo(FAIL);
        assertThat(Verdict.worst(List.of(PASS, UNKNOWN, PASS))).isEqualTo(UNKNOWN);
        assertThat(Verdict.worst(List.of(PASS, SKIP))).isEqualTo(PASS);
        assertThat(Verdict.worst(List.of(SKIP))).isEqualTo(SKIP);
    }

    @Test
    void nothingCheckedIsNothingKnown() {
        assertThat(Verdict.worst(List.of())).isEqualTo(UNKNOWN);
    }
}
