package dev.queuelab.runner.cli;

import dev.queuelab.lab.environment.Environment;
import dev.queuelab.lab.run.ScenarioRunner;
import dev.queuelab.lab.runstore.Suite;
import dev.queuelab.report.results.CasePlan;
import dev.queuelab.report.results.ResultFile;
import dev.queuelab.report.results.SuiteResults;
import java.io.PrintWriter;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Runs what a command asks for: the same way for every command that runs scenarios. */
final class RunLoop {
    private final CommandContext context;
    private final RunOptions options;
    private final PrintWriter out;
    private CasePlan plan = CasePlan.NONE;

    RunLoop(CommandContext context, RunOptions options, PrintWriter out) {
        this.context = context;
        this.options = options;
        this.out = out;
    }

    /** The results also say what the runs show of these cases. */
    RunLoop judging(CasePlan cases) {
        plan = cases;
        return this;
    }

    /** Runs one scenario by itself. */
    SuiteResults single(RunRequest request) {
        return run(request.entry().name(), List.of(request), 1, Optional.empty());
    }

    /**
     * Runs a suite.
     *
     * @param command that asks for it, such as "run"
     * @param jobs how many runs go on side by side; with 1 they follow each other as in {@code requests}
     * @param further files besides those that the options name, to which the results are written after each run
     */
    SuiteResults suite(String command, List<RunRequest> requests, int jobs, ResultFile... further) {
        Suite suite = Suite.begin(command, requests.size(), context.clock().instant());
        return run(command, requests, jobs, Optional.of(suite), further);
    }

    private SuiteResults run(
            String command, List<RunRequest> requests, int jobs, Optional<Suite> suite, ResultFile... further) {
        ResultRecorder recorder = options.results()
                .begin(command, requests.stream().map(RunRequest::planned).toList(), plan, context.clock(), further);
        try (Interruption interruption = new Interruption(recorder::interrupted)) {
            return recorder.during(() -> {
                try (Environment environment = options.open(
                        context, requests.stream().map(RunRequest::entry).toList())) {
                    ScenarioRunner runner = options.runner(context, environment, suite, out);
                    recorder.runningIn(environment, runner.seed());
                    RunOutput output = new RunOutput(out, options.verbose(), jobs > 1, requests.size());
                    Timing timing = new Timing();
                    Instant begin = context.clock().instant();
                    new Runs(
                                    requests,
                                    environment,
                                    runner,
                                    recorder,
                                    output,
                                    interruption,
                                    options.timing() ? Optional.of(timing) : Optional.empty())
                            .runAll(jobs);
                    if (options.timing()) {
                        timing.print(Duration.between(begin, context.clock().instant()), jobs, out);
                    }
                }
            });
        }
    }
}
