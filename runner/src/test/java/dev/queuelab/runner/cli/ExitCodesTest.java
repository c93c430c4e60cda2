package dev.queuelab.runner.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.queuelab.scenarios.check.Verdict;
import org.junit.jupiter.api.Test;

class ExitCodesTest {
    @Test
    void whatCouldNotBeJudgedFailsOnlyWhereThatWasAskedFor() {
        assertThat(ExitCodes.of(Verdict.UNKNOWN, false)).isEqualTo(3);
        assertThat(ExitCodes.of(Verdict.UNKNOWN, true)).isEqualTo(1);
        assertThat(ExitCodes.of(Verdict.PASS, true)).isZero();
        assertThat(ExitCodes.of(Verdict.FAIL, true)).isEqualTo(1);
    }
}
