package dev.queuelab.report.results;

import dev.queuelab.lab.run.ScenarioRun;
import dev.queuelab.lab.runstore.StoredRun;
import dev.queuelab.scenarios.check.Check;
import dev.queuelab.scenarios.check.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What one play of a command came to.
 *
 * @param control what it proved as a control, if it is one
 */
public record RunResult(ScenarioRun play, Optional<ControlResult> control, Counts counts) {

    /** Reads from the play's folder what its processes counted. */
    public static RunResult of(ScenarioRun play) {
        return new RunResult(
                play,
                play.control().map(control -> ControlResult.of(control, play)),
                Counts.of(StoredRun.read(play.folder())));
    }

    /** Of the play; of a control, whether it proved what it is for. */
    public Verdict verdict() {
        return control.map(proved -> proved.judgement().verdict()).orElse(play.verdict());
    }

    public PlannedRun part() {
        return new PlannedRun(play.scenario(), control.map(proved -> proved.control().name()));
    }

    /**
     * What the verdict rests on, the weightiest first, in single lines: of a control its judgement, else what ended the
     * play and the checks of that verdict. Empty if it is a PASS.
     */
    public List<String> reasons() {
        if (verdict() == Verdict.PASS) {
            return List.of();
        }
        List<String> reasons = new ArrayList<>();
        control.ifPresent(proved -> reasons.addAll(proved.judgement().findings()));
        if (control.isEmpty()) {
            play.results().stream()
                    .filter(result -> result.verdict() == verdict())
                    .map(RunResult::told)
                    .forEach(reasons::add);
            play.trouble().ifPresent(why -> reasons.add("it did not get to its end: " + why));
        }
        return reasons.isEmpty()
                ? List.of("no check was made")
                : reasons.stream().map(Text::onOneLine).toList();
    }

    static String told(Check.Result result) {
        return result.check() + ": " + String.join("; ", result.judgement().findings());
    }
}
