package dev.queuelab.runner.cli;

import dev.queuelab.core.process.ExitCode;
import dev.queuelab.lab.runstore.BuildInfo;
import dev.queuelab.report.matrix.Column;
import dev.queuelab.report.matrix.ConformanceMatrix;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        description = {
            "Writes the matrix of libraries by cases, and a page of facts for each column, from what `conformance --json` wrote for each adapter.",
            "A column is left out as long as its adapter's BROKEN.md does not name each case that it breaks, or all of a kind, as in `errors/*`: each break must be looked up in the library first.",
            "`make conformance` plays the adapters, and calls this."
        },
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        sortOptions = false)
final class ConformanceMatrixCommand implements Callable<Integer> {
    @Parameters(
            paramLabel = "DIR",
            defaultValue = "runs/conformance",
            description = "the folder of the results, a file for each column (default: ${DEFAULT-VALUE})")
    private Path results;

    @Option(
            names = "--adapters",
            paramLabel = "DIR",
            defaultValue = "conformance",
            description = "the folder of the adapters (default: ${DEFAULT-VALUE})")
    private Path adapters;

    @Option(
            names = "--to",
            paramLabel = "FILE",
            defaultValue = "docs/conformance.md",
            description = "the page to write; beside it the same as JSON, and a folder with the pages of the columns"
                    + " (default: ${DEFAULT-VALUE})")
    private Path page;

    @Option(
            names = "--missing",
            description =
                    "write nothing; print the columns that this build has not played to the end: file, command and"
                            + " options, with tabs between")
    private boolean missing;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        if (!Files.isDirectory(adapters)) {
            throw new ParameterException(
                    spec.commandLine(),
                    "'" + adapters + "' is not accepted: expected a folder of adapters, such as conformance");
        }
        PrintWriter out = spec.commandLine().getOut();
        if (missing) {
            List<Column> columns = ConformanceMatrix.missing(adapters, results, BuildInfo.read());
            columns.forEach(column -> out.println(
                    String.join("\t", column.results(results).toString(), column.command(), column.options())));
            return ExitCode.OK;
        }
        ConformanceMatrix matrix = ConformanceMatrix.read(adapters, results);
        matrix.leftOut()
                .forEach((column, cases) -> out.println("Left out: '" + column.command() + "' is broken by "
                        + String.join(", ", cases) + ", of which its BROKEN.md says nothing"));
        if (matrix.isEmpty()) {
            throw new ParameterException(
                    spec.commandLine(),
                    "'" + results + "' is not accepted: expected a folder of results"
                            + (matrix.leftOut().isEmpty()
                                    ? "; make conformance fills one"
                                    : ", of which at least one is not left out"));
        }
        matrix.write(page).forEach(file -> out.println("Wrote " + file));
        return ExitCode.OK;
    }
}
