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
 * @param broke the checks that failed
 * @param held the checks that passed though the protection was out, and were to: they do not rest on it
 * @param blind the checks that stand for the protection, and did not fail without it
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
        /** The checks that stand for the protection failed without it, and no others: it is needed. */
        BROKE,
        /** No check failed: the scenario does not see that the protection is out. */
        BLIND,
        /** Not all, or others, of the checks that stand for the protection failed. */
        OTHER,
        /** The environment does not show what the protection stands against. */
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
