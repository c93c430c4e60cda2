package dev.queuelab.scenarios.check;

import java.util.function.Function;

/**
 * What must hold: else the run fails. One that nobody could observe is skipped, so that the others still count.
 *
 * @param name a few words; controls name the requirement that they break
 */
public record Requirement(String name, String meaning, Function<Evidence, Finding> judge) implements Check {

    @Override
    public Verdict ifBroken() {
        return Verdict.FAIL;
    }

    @Override
    public Verdict ifUnobserved() {
        return Verdict.SKIP;
    }
}
