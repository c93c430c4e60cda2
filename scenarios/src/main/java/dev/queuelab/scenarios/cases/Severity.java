package dev.queuelab.scenarios.cases;

import java.util.Locale;

/** What a consumer that breaks a case costs, the worst first. */
public enum Severity {
    LOSS("a message is lost"),
    STALL("nothing is processed any more"),
    DUPLICATE("work is done twice"),
    DISORDER("work is done in the wrong order"),
    DEAD_LETTER("a good message is dead-lettered"),
    DELAY("a message is processed late"),
    UNCLEAN("nothing is lost, but the process does not end or call as it should");

    private final String meaning;

    Severity(String meaning) {
        this.meaning = meaning;
    }

    /** Such as "dead-letter". */
    public String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** What happens. */
    public String meaning() {
        return meaning;
    }
}
