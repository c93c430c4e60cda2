package dev.queuelab.report.results;

import dev.queuelab.lab.run.ControlJudge;
import dev.queuelab.lab.run.ScenarioRun;
import dev.queuelab.lab.runstore.ControlOutcome;
import dev.queuelab.scenarios.check.CheckOutcome;
import dev.queuelab.scenarios.check.Verdict;
import dev.queuelab.scenarios.kit.Control;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * What a scenario came to without one of its protections.
 *
 * @param judgement whether the control broke what it must
 * @param broke checks that failed
 * @param held checks that passed and may pass: they do not depend on the protection
 * @param blind requirements that must fail without the protection, and did not
 */
public record ControlResult(
        Control control,
        ControlOutcome judgement,
        Outcome outcome,
        Set<String> broke,
        Set<String> held,
        Set<String> blind) {

    /** In a word. */
    public enum Outcome {
        /** Exactly the requirements failed that must: the protection is needed. */
        BROKE,
        /** No check failed: the scenario does not notice that the protection is missing. */
        BLIND,
        /** Not all of the requirements failed that must, or others did. */
        OTHER,
        /** The environment does not show the failure that the protection prevents. */
        SKIPPED,
        /** It did not get to its end. */
        UNKNOWN
    }

    static ControlResult of(Control control, ScenarioRun run) {
        ControlOutcome judgement = ControlJudge.judge(control, run);
        Set<String> broke = new TreeSet<>(run.broken());
        Set<String> held = run.checks().stream()
                .filter(outcome -> outcome.verdict() == Verdict.PASS)
                .map(CheckOutcome::check)
                .collect(Collectors.toCollection(TreeSet::new));
        held.removeAll(control.breaks());
        Set<String> blind = new TreeSet<>();
        if (judgement.verdict() == Verdict.FAIL) {
            blind.addAll(control.breaks());
            blind.removeAll(broke);
        }
        return new ControlResult(control, judgement, outcome(judgement.verdict(), broke), broke, held, blind);
    }

    private static Outcome outcome(Verdict verdict, Set<String> broke) {
        return switch (verdict) {
            case PASS -> Outcome.BROKE;
            case SKIP -> Outcome.SKIPPED;
            case UNKNOWN -> Outcome.UNKNOWN;
            case FAIL -> broke.isEmpty() ? Outcome.BLIND : Outcome.OTHER;
        };
    }
}
