package dev.queuelab.junit;

import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Assumptions;

/**
 * What a play came to in one case.
 *
 * @param id such as "shutdown/idle-ends"
 * @param why the finding behind the outcome, in one line; empty text if it held
 * @param facts more of it, a fact a line: the claim, the calls in order, the folders of the runs
 */
record CaseResult(String id, Outcome outcome, String why, String facts) {
    /** What is said of a case. */
    enum Outcome {
        HELD,
        BROKEN,
        NOT_JUDGED,
        NOT_APPLICABLE
    }

    /**
     * Ends as the test of this case is to end.
     *
     * @param strict whether a case that could not be judged fails
     * @param again the command that plays it again
     */
    void test(boolean strict, String again) {
        switch (outcome) {
            case HELD -> {}
            case BROKEN -> Assertions.fail(message("", again));
            case NOT_JUDGED -> {
                Assumptions.assumeTrue(strict, () -> message("not judged: ", again));
                Assertions.fail(message("not judged: ", again));
            }
            case NOT_APPLICABLE -> Assumptions.abort("not applicable: " + why);
        }
    }

    private String message(String prefix, String again) {
        return Stream.of(prefix + why, facts, "play it again: " + again)
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining("\n"));
    }
}
