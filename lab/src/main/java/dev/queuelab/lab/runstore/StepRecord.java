package dev.queuelab.lab.runstore;

import dev.queuelab.scenarios.check.CheckOutcome;
import dev.queuelab.scenarios.check.Verdict;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A line of {@code steps.jsonl}: a step of the play, or a check that was made.
 *
 * @param step in a few words; empty if the line is a check
 */
public record StepRecord(
        Instant at,
        Optional<String> step,
        Optional<String> check,
        Optional<Verdict> verdict,
        Optional<List<String>> findings) {

    static StepRecord step(Instant at, String text) {
        return new StepRecord(at, Optional.of(text), Optional.empty(), Optional.empty(), Optional.empty());
    }

    static StepRecord check(Instant at, CheckOutcome outcome) {
        return new StepRecord(
                at,
                Optional.empty(),
                Optional.of(outcome.check()),
                Optional.of(outcome.verdict()),
                Optional.of(outcome.findings()));
    }

    /** The check that this line is, if it is one. */
    public Optional<CheckOutcome> outcome() {
        return check.map(name ->
                new CheckOutcome(name, verdict.orElse(Verdict.UNKNOWN), findings.orElse(List.of("no finding"))));
    }
}
