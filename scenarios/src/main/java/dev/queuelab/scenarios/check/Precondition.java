package dev.queuelab.scenarios.check;

import java.util.function.Function;

/** What the scenario provokes must have come about: else the run proves nothing, and its verdict is UNKNOWN. */
public record Precondition(String name, String meaning, Function<Evidence, Finding> judge) implements Check {

    @Override
    public Verdict ifBroken() {
        return Verdict.UNKNOWN;
    }

    @Override
    public Verdict ifUnobserved() {
        return Verdict.UNKNOWN;
    }
}
