package dev.queuelab.scenarios.check;

import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/** A named claim about a run. Its judge is a pure function of the evidence. */
public sealed interface Check permits Requirement, Precondition {

    /** A few words, such as "nothing lost"; unique within a scenario. */
    String name();

    /** What the claim means, in one sentence. */
    String meaning();

    Function<Evidence, Finding> judge();

    /** What a broken claim says of the run. */
    Verdict ifBroken();

    /** What it says of the run that nobody could observe whether the claim is true. */
    Verdict ifUnobserved();

    /** Judges the evidence. A check that crashes has judged nothing, so its verdict is UNKNOWN. */
    default CheckOutcome evaluate(Evidence evidence) {
        try {
            return outcome(judge().apply(evidence), evidence);
        } catch (RuntimeException e) {
            return new CheckOutcome(name(), Verdict.UNKNOWN, "the check itself crashed: " + e);
        }
    }

    private CheckOutcome outcome(Finding finding, Evidence evidence) {
        Optional<Finding.Premise> premise = finding.premise();
        Set<String> unknown = premise.map(
                        known -> known.visibleInCalls() ? evidence.unobserved() : evidence.withoutHistory())
                .orElse(Set.of());
        if (!unknown.isEmpty()) {
            return new CheckOutcome(
                    name(),
                    verdict(finding.kind(), ifUnobserved(), ifUnobserved()),
                    "not judged: only a history shows " + premise.orElseThrow().what() + ", and " + Names.of(unknown)
                            + " kept none");
        }
        Verdict verdict = verdict(finding.kind(), Verdict.PASS, ifBroken());
        Stream<String> story =
                verdict == Verdict.FAIL ? Story.behind(finding.text(), evidence).stream() : Stream.empty();
        return new CheckOutcome(
                name(), verdict, Stream.concat(Stream.of(finding.text()), story).toList());
    }

    private static Verdict verdict(Finding.Kind kind, Verdict ifHolds, Verdict ifBroken) {
        return switch (kind) {
            case HOLDS -> ifHolds;
            case BROKEN -> ifBroken;
            case UNDECIDED -> Verdict.UNKNOWN;
            case NOT_APPLICABLE -> Verdict.SKIP;
        };
    }
}
