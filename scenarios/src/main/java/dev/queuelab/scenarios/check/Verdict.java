package dev.queuelab.scenarios.check;

import java.util.Collection;

/** What a check, a scenario or a suite comes to. */
public enum Verdict {
    /** Not played, or not judged, since the environment lacks something that it needs. */
    SKIP,
    /** What was predicted happened. */
    PASS,
    /** It could not be judged; not a pass. */
    UNKNOWN,
    /** What was predicted did not happen. */
    FAIL;

    /** FAIL outranks UNKNOWN outranks PASS outranks SKIP; of nothing at all, UNKNOWN. */
    public static Verdict worst(Collection<Verdict> verdicts) {
        return verdicts.stream().max(Verdict::compareTo).orElse(UNKNOWN);
    }
}
