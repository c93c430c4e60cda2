package dev.queuelab.lab.run;

import dev.queuelab.core.trace.QueueSettings;
import dev.queuelab.lab.runstore.RunDocuments;
import dev.queuelab.lab.runstore.RunInfo;
import dev.queuelab.lab.runstore.RunOutcome;
import dev.queuelab.lab.runstore.StoredEvidence;
import dev.queuelab.scenarios.check.Check;
import dev.queuelab.scenarios.check.CheckOutcome;
import dev.queuelab.scenarios.check.Evidence;
import dev.queuelab.scenarios.check.HistoryChecks;
import dev.queuelab.scenarios.check.StackSnapshot;
import dev.queuelab.scenarios.check.Verdict;
import dev.queuelab.scenarios.kit.Catalogue;
import dev.queuelab.scenarios.kit.Scenario;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import picocli.CommandLine.ParameterException;

/** Judges a stored run again: its folder holds the evidence, and the scenario's checks are pure functions of it. */
public final class StoredRunJudge {
    private StoredRunJudge() {}

    /**
     * What a stored run comes to.
     *
     * @param control the name of what was taken out, if it was run as a control
     * @param checks the scenario's, after one of the histories themselves
     * @param trouble what ended the play before its end: the run cannot come to more than UNKNOWN
     * @param before what the run itself came to; empty if it was killed
     */
    public record Judgement(
            Path folder,
            String scenario,
            Optional<String> control,
            List<CheckOutcome> checks,
            Optional<String> trouble,
            Optional<Verdict> before) {

        public Verdict verdict() {
            return ScenarioRun.verdict(checks, trouble);
        }
    }

    /**
     * Judges the run in {@code folder}, from that folder alone.
     *
     * @throws NotJudgeableException if what it holds does not suffice
     * @throws dev.queuelab.lab.runstore.NoSuchRunException if it is not a run folder
     */
    public static Judgement judge(Path folder) {
        RunDocuments run = RunDocuments.read(folder);
        RunInfo info = run.info().orElseThrow(() -> incomplete(run, "run.json"));
        StackSnapshot snapshot = run.snapshot().orElseThrow(() -> incomplete(run, "evidence.json"));
        QueueSettings queue = run.queueSettings();
        Scenario scenario = scenario(info);
        Evidence evidence = StoredEvidence.read(run.folder(), queue, snapshot);
        List<CheckOutcome> checks = Stream.concat(
                        Stream.of((Check) HistoryChecks.COMPLETE), scenario.checksFor(evidence).stream())
                .map(check -> check.evaluate(evidence))
                .toList();
        return new Judgement(
                run.folder().path(),
                info.scenario(),
                info.control().map(control -> control.name()),
                checks,
                run.outcome().flatMap(RunOutcome::trouble),
                run.outcome().map(RunOutcome::verdict));
    }

    private static NotJudgeableException incomplete(RunDocuments run, String document) {
        String why = run.notes().stream()
                .filter(note -> note.startsWith(document))
                .findFirst()
                .orElse("there is no " + document + ": the run ended before its play did");
        return new NotJudgeableException(run.folder().path() + ": " + why);
    }

    private static Scenario scenario(RunInfo info) {
        Catalogue.Entry entry = Catalogue.find(info.scenario())
                .orElseThrow(() -> new NotJudgeableException("there is no scenario '" + info.scenario() + "' here"));
        try {
            return ScenarioOptions.set(entry.create().get(), info.options());
        } catch (ParameterException e) {
            throw new NotJudgeableException(info.scenario() + " has other options now: " + e.getMessage(), e);
        }
    }
}
