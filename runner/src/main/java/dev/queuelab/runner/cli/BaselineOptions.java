package dev.queuelab.runner.cli;

import dev.queuelab.report.results.Baseline;
import dev.queuelab.report.results.CaseScore;
import dev.queuelab.scenarios.check.Verdict;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** Breaks that are known, so that a build fails on new ones alone, and on those that are fixed and still listed. */
final class BaselineOptions {
    @Option(
            names = "--baseline",
            paramLabel = "FILE",
            converter = Reader.class,
            description = {
                "cases that are known to be broken, an id a line; # begins a comment.",
                "A break that is not listed fails, and so does one that is listed and holds now"
            })
    private @Nullable Baseline baseline;

    @Option(
            names = "--write-baseline",
            paramLabel = "FILE",
            description = "write the cases that were broken to this file, which --baseline takes")
    private @Nullable Path target;

    Optional<Baseline.Comparison> compare(CaseScore score) {
        return Optional.ofNullable(baseline).map(known -> known.compare(score));
    }

    /** What the score comes to by the baseline; empty if there is none. */
    Optional<Verdict> verdict(CaseScore score) {
        return Optional.ofNullable(baseline).map(known -> known.verdict(score));
    }

    /** Writes the file, if that was asked for. */
    void write(CaseScore score, PrintWriter out) {
        if (target != null) {
            Baseline found = Baseline.of(score);
            found.write(target);
            out.println(found.known().size() + " broken cases written to " + target);
        }
    }

    /** What the baseline says of the score, a line each. */
    static List<String> lines(Baseline.Comparison comparison) {
        return List.of(
                "new, and not in the baseline: " + list(comparison.newlyBroken()),
                "in the baseline, and broken: " + list(comparison.knownBroken()),
                "in the baseline, and held now, so take it out: " + list(comparison.fixed()));
    }

    private static String list(List<String> ids) {
        return ids.isEmpty() ? "none" : String.join(", ", ids);
    }

    /** Refuses a file that is no baseline at once. */
    static final class Reader implements ITypeConverter<Baseline> {
        @Override
        public Baseline convert(String text) {
            try {
                return Baseline.read(new PathOption().convert(text));
            } catch (IllegalArgumentException e) {
                throw new TypeConversionException(String.valueOf(e.getMessage()));
            }
        }
    }
}
