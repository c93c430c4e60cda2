package dev.queuelab.runner.cli;

import dev.queuelab.report.results.Markdown;
import dev.queuelab.report.results.SuiteResults;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** The page of a job on GitHub Actions: Markdown that is appended to the file that a variable names, where it is set. */
final class JobSummary {
    private static final String VARIABLE = "GITHUB_STEP_SUMMARY";

    private JobSummary() {}

    /** A summary that cannot be written is reported, and changes no verdict. */
    static void append(SuiteResults results, PrintWriter err) {
        String file = System.getenv(VARIABLE);
        if (file == null || file.isBlank()) {
            return;
        }
        try {
            Files.writeString(
                    Path.of(file), Markdown.summary(results), StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException | InvalidPathException e) {
            err.println("no job summary: cannot write to " + file + ", which " + VARIABLE + " names: " + e);
        }
    }
}
