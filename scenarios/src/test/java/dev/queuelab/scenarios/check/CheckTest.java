package dev.queuelab.scenarios.check;

import static dev.queuelab.scenarios.check.Judged.judged;
import static dev.queuelab.scenarios.check.Verdict.FAIL;
import static dev.queuelab.scenarios.check.Verdict.PASS;
import static dev.queuelab.scenarios.check.Verdict.SKIP;
import static dev.queuelab.scenarios.check.Verdict.UNKNOWN;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class CheckTest {

    @Test
    void aCheckThatCrashesHasNotPassed() {
        Check broken = new Check("broken", evidence -> {
            throw new IllegalStateException("oops");
        });

        judged(broken, new Given()).isUnknown("the check itself crashed: java.lang.IllegalStateException: oops");
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
