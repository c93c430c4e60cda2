package dev.queuelab.runner.cli;

import dev.queuelab.core.process.ExitCode;
import dev.queuelab.core.toolbox.FileErrors;
import dev.queuelab.lab.process.Browser;
import dev.queuelab.report.page.CompareReport;
import dev.queuelab.report.page.OverviewReport;
import dev.queuelab.report.page.RunReport;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        description = {
            "Writes a run's report.html, from what its folder holds, also of a run that was killed.",
            "Each run writes its own at its end. The page needs no network."
        },
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        sortOptions = false)
final class ReportCommand implements Callable<Integer> {
    private static final String LATEST = "runs/latest";

    @ArgGroup(exclusive = true)
    private @Nullable What what;

    @Option(names = "--run-dir", paramLabel = "DIR", description = "where --suite looks for runs (default: runs)")
    private @Nullable Path runs;

    @Option(
            names = "--to",
            paramLabel = "FILE",
            description = "where --compare writes its page (default: beside run A)")
    private @Nullable Path to;

    @Option(names = "--open", description = "show the page in the browser, where there is a desktop")
    private boolean open;

    @Spec
    private CommandSpec spec;

    /** Of what. */
    static final class What {
        @Parameters(index = "0", paramLabel = "RUN", description = "a run folder (default: " + LATEST + ")")
        private @Nullable Path run;

        @Option(
                names = "--compare",
                arity = "2",
                paramLabel = "RUN",
                description = "put two runs side by side, for example with and without a protection")
        private @Nullable List<Path> compared;

        @Option(
                names = "--suite",
                required = true,
                description = "list the runs of the latest `run` or `controls` command, with links to their reports")
        private boolean suite;
    }

    @Override
    public Integer call() {
        Path page = write();
        PrintWriter out = spec.commandLine().getOut();
        out.println("Wrote " + page + " (" + kilobytes(page) + " kB)");
        if (open && !Browser.show(page)) {
            out.println("There is no desktop to show it on: open " + page.toUri() + " in a browser");
        }
        return ExitCode.OK;
    }

    private Path write() {
        boolean suite = what != null && what.suite;
        List<Path> compared = what == null ? null : what.compared;
        require(runs == null || suite, "--run-dir goes with --suite");
        require(to == null || compared != null, "--to goes with --compare");
        if (suite) {
            return OverviewReport.write((runs == null ? Path.of("runs") : runs).toAbsolutePath());
        } else if (compared != null) {
            require(compared.size() == 2, "--compare takes two runs, but was given " + compared.size());
            Path a = compared.get(0);
            Path b = compared.get(1);
            return CompareReport.write(a, b, to == null ? CompareReport.fileFor(a, b) : to.toAbsolutePath());
        }
        return RunReport.write(what == null || what.run == null ? Path.of(LATEST) : what.run);
    }

    private void require(boolean fine, String otherwise) {
        if (!fine) {
            throw new ParameterException(spec.commandLine(), otherwise);
        }
    }

    private static long kilobytes(Path page) {
        try {
            return Files.size(page) / 1000;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + page + ": " + FileErrors.reason(e), e);
        }
    }
}
