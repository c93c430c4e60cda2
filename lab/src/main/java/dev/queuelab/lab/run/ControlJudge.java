package dev.queuelab.lab.run;

import dev.queuelab.lab.runstore.ControlOutcome;
import dev.queuelab.scenarios.check.CheckOutcome;
import dev.queuelab.scenarios.check.Verdict;
import dev.queuelab.scenarios.kit.Control;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Judges a control: with the protection taken out, the requirements that it names must fail, and no others. Where
 * nothing failed, and it is not certain that the failure was provoked, the control is UNKNOWN: a check is called blind
 * only for what it had to see. Where the environment does not show what the protection stands against, the control is
 * skipped.
 */
public final class ControlJudge {
    private ControlJudge() {}

    public static ControlOutcome judge(Control control, ScenarioRun run) {
        Set<String> expected = new TreeSet<>(control.breaks());
        Set<String> broken = new TreeSet<>(run.broken());
        if (run.trouble().isPresent()) {
            return new ControlOutcome(
                    Verdict.UNKNOWN,
                    "the play did not get to its end: " + run.trouble().get());
        }
        Optional<CheckOutcome> missing = run.checks().stream()
                .filter(outcome -> control.needs().equals(Optional.of(outcome.check())))
                .filter(outcome -> outcome.verdict() == Verdict.SKIP)
                .findFirst();
        if (missing.isPresent()) {
            return new ControlOutcome(Verdict.SKIP, missing.get().finding());
        }
        if (broken.equals(expected)) {
            return new ControlOutcome(Verdict.PASS, "broke " + quoted(broken) + ", as it must");
        }
        List<String> unknown = run.checks().stream()
                .filter(outcome -> outcome.verdict() == Verdict.UNKNOWN)
                .map(outcome -> "\"" + outcome.check() + "\" is UNKNOWN: " + outcome.finding())
                .toList();
        if (broken.isEmpty() && !unknown.isEmpty()) {
            return new ControlOutcome(
                    Verdict.UNKNOWN, quoted(expected) + " did not fail, but " + String.join("; ", unknown));
        }
        if (broken.isEmpty()) {
            return new ControlOutcome(
                    Verdict.FAIL, "BLIND: " + quoted(expected) + " did not fail, though its protection was taken out");
        }
        return new ControlOutcome(Verdict.FAIL, "broke " + quoted(broken) + ", but must break " + quoted(expected));
    }

    private static String quoted(Set<String> checks) {
        return "\"" + String.join("\", \"", checks) + "\"";
    }
}
