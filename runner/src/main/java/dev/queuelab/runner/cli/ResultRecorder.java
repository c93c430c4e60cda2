package dev.queuelab.runner.cli;

import dev.queuelab.lab.environment.Environment;
import dev.queuelab.lab.run.ScenarioRun;
import dev.queuelab.report.results.ResultFile;
import dev.queuelab.report.results.RunLocation;
import dev.queuelab.report.results.RunResult;
import dev.queuelab.report.results.SuiteResults;
import java.io.PrintWriter;
import java.time.Clock;
import java.util.List;

/**
 * Keeps the results of one command, and writes them to their files after each run: whatever ends the command, the results
 * so far are there, and what did not run is named.
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
        recorder.update(nothing);
        return recorder;
    }

    /**
     * Does what the command is for. If that throws, the results say so. The job's summary is written at the end.
     *
     * @return the results
     */
    SuiteResults during(Runnable command) {
        try {
            command.run();
            return results;
        } catch (RuntimeException e) {
            update(results.endedBy(e.getMessage() == null ? e.toString() : e.getMessage(), clock.instant()));
            throw e;
        } finally {
            JobSummary.append(results, err);
        }
    }

    void runningIn(Environment environment, long seed) {
        update(results.runningIn(new RunLocation(environment.name(), environment.description(), seed)));
    }

    void ended(ScenarioRun run) {
        update(results.and(RunResult.of(run), clock.instant()));
    }

    SuiteResults results() {
        return results;
    }

    private void update(SuiteResults newer) {
        results = newer;
        files.forEach(file -> file.write(newer));
    }
}
