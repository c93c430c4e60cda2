package dev.queuelab.runner.cli;

import dev.queuelab.lab.environment.Environment;
import dev.queuelab.lab.run.ScenarioRun;
import dev.queuelab.lab.run.ScenarioRunner;
import dev.queuelab.lab.run.SideBySide;
import dev.queuelab.lab.run.StackSchedule;
import dev.queuelab.lab.runstore.StoredRun;
import dev.queuelab.report.analysis.WallTime;
import dev.queuelab.report.page.RunReport;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * The runs of one command in one environment: played, reported and recorded, in turn or side by side.
 *
 * @param requests in the order asked for
 * @param timing collects where the time of each run went, if that was asked for
 */
record Runs(
        List<RunRequest> requests,
        Environment environment,
        ScenarioRunner runner,
        ResultRecorder recorder,
        RunOutput output,
        Interruption interruption,
        Optional<Timing> timing) {

    /** @param jobs how many go on at once at most; with 1 they follow each other in the order asked for */
    void runAll(int jobs) {
        if (jobs == 1) {
            IntStream.range(0, requests.size()).forEach(this::run);
        } else {
            SideBySide.run(Math.min(jobs, requests.size()), schedule(), this::run);
        }
    }

    private StackSchedule<Integer> schedule() {
        return new StackSchedule<>(IntStream.range(0, requests.size())
                .mapToObj(place -> new StackSchedule.Item<>(
                        place,
                        requests.get(place).stackIn(environment),
                        requests.get(place).expectedIn(environment)))
                .toList());
    }

    private void run(int place) {
        interruption.requireNone();
        RunRequest request = requests.get(place);
        RunOutput.Lines lines = output.begin(request.title());
        try {
            Console console = lines.console();
            console.title(request.title(), request.claim());
            recorder.begun(place);
            ScenarioRun run = runner.run(place, request.entry(), request.scenario(), request.control(), console);
            interruption.requireNone();
            writeReport(run, console);
            timing.ifPresent(all -> addTo(all, place, run, console));
            console.verdict(recorder.ended(place, run));
        } finally {
            output.ended(lines);
        }
    }

    private void addTo(Timing all, int place, ScenarioRun run, Console console) {
        WallTime time = WallTime.of(StoredRun.read(run.folder()));
        all.add(place, requests.get(place).title(), requests.get(place).stackIn(environment), time);
        console.step(Timing.line(time));
    }

    /** A report that cannot be written changes no verdict. */
    private static void writeReport(ScenarioRun run, Console console) {
        try {
            RunReport.write(run.folder());
        } catch (RuntimeException e) {
            console.step("no report: " + e);
        }
    }
}
