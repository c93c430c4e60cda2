package dev.queuelab.scenarios.cases;

import java.util.Locale;

/** Who answers for a case: a perfect library is not to blame for an application that is not idempotent. */
public enum Answerer {
    /** What receives, acknowledges and shuts down. */
    LIBRARY,
    /** What does the work: idempotency, business keys, versions, age. */
    APPLICATION;

    /** Such as "library". */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
