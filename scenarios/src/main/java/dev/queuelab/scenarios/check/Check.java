package dev.queuelab.scenarios.check;

import java.util.function.Function;

/**
 * A named question that the evidence answers.
 *
 * @param name what is claimed, such as "nothing lost"; controls refer to it
 * @param judge a pure function
 */
public record Check(String name, Function<Evidence, Judgement> judge) {

    /** The check's judgement; a check that crashes has judged nothing, so its verdict is UNKNOWN. */
    public Result on(Evidence evidence) {
        try {
            return new Result(name, judge.apply(evidence));
        } catch (RuntimeException e) {
            return new Result(name, Judgement.unknown("the check itself crashed: " + e));
        }
    }

    /** A check's name with what it came to. */
    public record Result(String check, Judgement judgement) {
        public Verdict verdict() {
            return judgement.verdict();
        }
    }
}
