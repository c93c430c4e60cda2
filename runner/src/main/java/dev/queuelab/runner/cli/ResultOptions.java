package dev.queuelab.runner.cli;

import dev.queuelab.report.results.CasePlan;
import dev.queuelab.report.results.JUnitXml;
import dev.queuelab.report.results.JsonResults;
import dev.queuelab.report.results.PlannedRun;
import dev.queuelab.report.results.ResultFile;
import dev.queuelab.report.results.SuiteResults;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Where a command that runs scenarios leaves its results for machines. */
final class ResultOptions {
    @Option(
            names = "--junit-xml",
            paramLabel = "FILE",
            description = "write the results to this file as JUnit XML, for CI servers; updated after each run")
    private @Nullable Path junitXml;

    @Option(
            names = "--json",
            paramLabel = "FILE",
            description = "write the results to this file as JSON; updated after each run")
    private @Nullable Path json;

    @Spec(Spec.Target.MIXEE)
    private CommandSpec command;

    /**
     * Begins to record what the {@code planned} runs come to. The files are written at once, before anything runs: one of an
     * earlier run must not pass for this one's.
     *
     * @param plan the conformance cases that they are to judge
     * @param further files that are written besides
     * @throws ParameterException if a file cannot be written
     */
    ResultRecorder begin(String name, List<PlannedRun> planned, CasePlan plan, Clock clock, ResultFile... further) {
        List<ResultFile> files = new ArrayList<>(List.of(further));
        if (junitXml != null) {
            files.add(new ResultFile(junitXml, JUnitXml::text));
        }
        if (json != null) {
            files.add(new ResultFile(json, JsonResults::text));
        }
        SuiteResults nothing =
                SuiteResults.begin(name, planned, clock.instant()).judging(plan);
        try {
            return ResultRecorder.begin(
                    nothing, files, clock, command.commandLine().getErr());
        } catch (UncheckedIOException e) {
            throw new ParameterException(command.commandLine(), String.valueOf(e.getMessage()), e);
        }
    }
}
