package dev.queuelab.runner.cli;

import dev.queuelab.lab.environment.Environment;
import dev.queuelab.lab.run.ScenarioRun;
import dev.queuelab.lab.run.ScenarioRunner;
import dev.queuelab.report.results.RunLocation;
import dev.queuelab.report.results.RunResult;
import dev.queuelab.report.results.ResultFile;
import dev.queuelab.report.results.SuiteResults;
import java.io.PrintWriter;
import java.time.Clock;
import java.util.List;
import java.util.function.IntSupplier;

/**
 * Keeps the results of one command, and writes them to their files after each play: whatever ends the command, what was
 * played so far is there, and what was not is named.
 */
final class ResultRecorder {
    private final List<ResultFile> files;
    private final Clock clock;
    private final PrintWriter err;
    private SuiteResults results;

    private ResultRecorder(SuiteResults results, List<ResultFile> files, Clock clock, PrintWriter err) {
        this.results = results;
        this.files = List.copyOf(files);
        this.clock = clock;
        this.err = err;
    }

    static ResultRecorder begin(SuiteResults nothing, List<ResultFile> files, Clock clock, PrintWriter err) {
        ResultRecorder recorder = new ResultRecorder(nothing, files, clock, err);
        recorder.take(nothing);
        return recorder;
    }

    /** Does what the command is for; if that throws, the results tell so. The job's summary is written at the end. */
    int during(IntSupplier command) {
        try {
            return command.getAsInt();
        } catch (RuntimeException e) {
            take(results.endedBy(e.getMessage() == null ? e.toString() : e.getMessage(), clock.instant()));
            throw e;
        } finally {
            JobSummary.append(results, err);
        }
    }

    void playing(Environment environment, ScenarioRunner player) {
        take(results.playedAt(new RunLocation(environment.name(), environment.description(), player.seed())));
    }

    void played(ScenarioRun play) {
        take(results.and(RunResult.of(play), clock.instant()));
    }

    SuiteResults results() {
        return results;
    }

    private void take(SuiteResults newer) {
        results = newer;
        files.forEach(file -> file.write(newer));
    }
}
