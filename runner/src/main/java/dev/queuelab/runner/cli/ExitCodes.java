package dev.queuelab.runner.cli;

import dev.queuelab.core.process.ExitCode;
import dev.queuelab.scenarios.check.Verdict;

/** What {@code runner.jar} exits with. */
final class ExitCodes {
    /** A scenario could not be judged, or the environment is not there. */
    static final int UNJUDGED = 3;

    private ExitCodes() {}

    /** @param strict whether what could not be judged is a failure */
    static int of(Verdict verdict, boolean strict) {
        return strict && verdict == Verdict.UNKNOWN ? ExitCode.FAILED : of(verdict);
    }

    static int of(Verdict verdict) {
        return switch (verdict) {
            case PASS, SKIP -> ExitCode.OK;
            case FAIL -> ExitCode.FAILED;
            case UNKNOWN -> UNJUDGED;
        };
    }
}
