package dev.queuelab.scenarios.check;

import java.util.function.Supplier;

/**
 * What is said where a consumer kept no history and a check needs one. It was not judged, which is not a pass: SKIP, so
 * that the other checks still count; or UNKNOWN, if it asks whether what the story is about came to happen at all.
 */
final class Outside {
    private Outside() {}

    /** Not judged, if a consumer kept no history; else {@code judgement}. A failure that is seen all the same stands. */
    static Judgement unlessSilent(Evidence evidence, String what, Supplier<Judgement> judgement) {
        if (!evidence.hasGaps()) {
            return judgement.get();
        }
        Judgement seen = judgement.get();
        return seen.verdict() == Verdict.FAIL ? seen : skip(evidence, what);
    }

    /** @param what what cannot be seen from outside, such as "which messages were received" */
    static Judgement skip(Evidence evidence, String what) {
        return Judgement.skip(reason(evidence, what));
    }

    static Judgement unknown(Evidence evidence, String what) {
        return Judgement.unknown(reason(evidence, what));
    }

    private static String reason(Evidence evidence, String what) {
        return "not judged: only a history tells " + what + ", and " + Listing.of(evidence.silent()) + " kept none";
    }
}
