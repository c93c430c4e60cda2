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
 * Keeps the results of one command, and writes them to their files as runs begin and end: whatever ends the command, the
 * results so far are there, and what did not run is named. Runs side by side may report at the same time.
 */
final class ResultRecorder {
    private final List<ResultFile> files;
    private final Clock clock;
    private final PrintWriter err;
    private SuiteResults results;
    private boolean interrupted;

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
            return results();
        } catch (RuntimeException e) {
            endedBy(e.getMessage() == null ? e.toString() : e.getMessage());
            throw e;
        } finally {
            JobSummary.append(results(), err);
        }
    }

    synchronized void runningIn(Environment environment, long seed) {
        update(results.runningIn(new RunLocation(environment.name(), environment.description(), seed)));
    }

    /** The run at this place among the planned ones begins. */
    synchronized void begun(int place) {
        update(results.begun(place));
    }

    /** It has ended; returns what it came to. */
    RunResult ended(int place, ScenarioRun run) {
        RunResult result = RunResult.of(run);
        add(place, result);
        return result;
    }

    private synchronized void add(int place, RunResult result) {
        update(results.ended(place, result, clock.instant()));
    }

    private synchronized void endedBy(String why) {
        update(results.endedBy(why, clock.instant()));
    }

    /** The command is being ended; what is recorded from now on does not count. */
    synchronized void interrupted() {
        endedBy("interrupted");
        interrupted = true;
    }

    synchronized SuiteResults results() {
        return results;
    }

    private void update(SuiteResults newer) {
        if (!interrupted) {
            results = newer;
            files.forEach(file -> file.write(newer));
        }
    }
}
