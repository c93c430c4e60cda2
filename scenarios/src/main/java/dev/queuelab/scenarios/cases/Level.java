package dev.queuelab.scenarios.cases;

import dev.queuelab.scenarios.check.Evidence;
import java.util.Locale;

/** How well a consumer is known; each level includes those before it. */
public enum Level {
    WIRE("its calls are seen at the gateway"),
    EFFECTS("its effects are seen, too"),
    HISTORY("it also keeps a history of what it does");

    private final String meaning;

    Level(String meaning) {
        this.meaning = meaning;
    }

    /** Such as "wire". */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** What is known of such a consumer. */
    public String meaning() {
        return meaning;
    }

    /** How well the consumers of a run are known. */
    public static Level of(Evidence evidence) {
        if (evidence.isComplete()) {
            return HISTORY;
        }
        return evidence.areEffectsKnown() ? EFFECTS : WIRE;
    }
}
