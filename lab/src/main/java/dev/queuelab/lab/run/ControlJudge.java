package dev.queuelab.lab.run;

import dev.queuelab.scenarios.check.Check;
import dev.queuelab.scenarios.check.Judgement;
import dev.queuelab.scenarios.check.Verdict;
import dev.queuelab.scenarios.kit.Control;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Judges a control: with the protection taken out, the checks that it names must fail, and no others. Where the
 * environment does not show what the protection stands against, the control is skipped.
 */
public final class ControlJudge {
    private ControlJudge() {}

    public static Judgement judge(Control control, ScenarioRun play) {
        Set<String> expected = new TreeSet<>(control.breaks());
        Set<String> broken = new TreeSet<>(play.broken());
        if (play.trouble().isPresent()) {
            return Judgement.unknown(
                    "the play did not get to its end: " + play.trouble().get());
        }
        Optional<Check.Result> lack = play.results().stream()
                .filter(result -> control.needs().equals(Optional.of(result.check())))
                .filter(result -> result.verdict() == Verdict.SKIP)
                .findFirst();
        if (lack.isPresent()) {
            return Judgement.skip(String.join("; ", lack.get().judgement().findings()));
        }
        if (broken.equals(expected)) {
            return Judgement.pass("broke " + quoted(broken) + ", as it must");
        }
        if (broken.isEmpty()) {
            return Judgement.fail("BLIND: " + quoted(expected) + " did not fail, though its protection was taken out");
        }
        return Judgement.fail("broke " + quoted(broken) + ", but must break " + quoted(expected));
    }

    private static String quoted(Set<String> checks) {
        return "\"" + String.join("\", \"", checks) + "\"";
    }
}
