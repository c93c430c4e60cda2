package dev.queuelab.runner.cli;

import dev.queuelab.lab.environment.Environment;
import dev.queuelab.lab.run.ScenarioRun;
import dev.queuelab.lab.run.ScenarioRunner;
import dev.queuelab.lab.runstore.Suite;
import dev.queuelab.report.page.RunReport;
import dev.queuelab.report.results.ResultFile;
import dev.queuelab.report.results.SuiteResults;
import java.io.PrintWriter;
import java.util.List;
import java.util.Optional;

/** Runs what a command asks for, one after the other: the same way for every command that runs scenarios. */
final class RunLoop {
    private final CommandContext context;
    private final RunOptions options;
    private final PrintWriter out;

    RunLoop(CommandContext context, RunOptions options, PrintWriter out) {
        this.context = context;
        this.options = options;
        this.out = out;
    }

    /** Runs one scenario by itself. */
    SuiteResults single(RunRequest request) {
        return run(request.entry().name(), List.of(request), Optional.empty());
    }

    /**
     * Runs a suite.
     *
     * @param command that asks for it, such as "run"
     * @param further files besides those that the options name, to which the results are written after each run
     */
    SuiteResults suite(String command, List<RunRequest> requests, ResultFile... further) {
        Suite suite = Suite.begin(command, requests.size(), context.clock().instant());
        return run(command, requests, Optional.of(suite), further);
    }

    private SuiteResults run(String command, List<RunRequest> requests, Optional<Suite> suite, ResultFile... further) {
        ResultRecorder recorder = options.results()
                .begin(command, requests.stream().map(RunRequest::planned).toList(), context.clock(), further);
        return recorder.during(() -> {
            try (Environment environment = options.open(context)) {
                ScenarioRunner runner = options.runner(context, environment, suite, out);
                recorder.runningIn(environment, runner.seed());
                requests.forEach(request -> run(request, runner, recorder));
            }
        });
    }

    private void run(RunRequest request, ScenarioRunner runner, ResultRecorder recorder) {
        Console console = new Console(out, options.verbose());
        console.title(request.title(), request.claim());
        ScenarioRun run = runner.run(request.entry(), request.scenario(), request.control(), console);
        writeReport(run, console);
        recorder.ended(run);
        console.verdict(recorder.results().last());
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
