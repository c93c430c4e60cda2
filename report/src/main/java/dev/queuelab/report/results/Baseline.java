package dev.queuelab.report.results;

import dev.queuelab.core.toolbox.AtomicFile;
import dev.queuelab.core.toolbox.FileErrors;
import dev.queuelab.core.toolbox.Text;
import dev.queuelab.core.toolbox.Utf8File;
import dev.queuelab.report.results.ConformanceRow.Result;
import dev.queuelab.scenarios.cases.Cases;
import dev.queuelab.scenarios.check.Verdict;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Cases that a consumer is known to break: a text file with an id a line, in which {@code #} begins a comment. A break that is
 * not listed is new; one that is listed and holds now is fixed, and its line is to go.
 */
public record Baseline(Set<String> known) {
    private static final String HEAD = "# Conformance cases that are known to be broken, an id a line.\n";

    public Baseline {
        known = Set.copyOf(known);
    }

    /**
     * What a score is, measured by a baseline.
     *
     * @param newlyBroken broken, and not listed
     * @param knownBroken broken, and listed
     * @param fixed listed, and held
     */
    public record Comparison(List<String> newlyBroken, List<String> knownBroken, List<String> fixed) {
        public Comparison {
            newlyBroken = List.copyOf(newlyBroken);
            knownBroken = List.copyOf(knownBroken);
            fixed = List.copyOf(fixed);
        }

        /** Whether the score is as the baseline says. */
        public boolean agrees() {
            return newlyBroken.isEmpty() && fixed.isEmpty();
        }
    }

    /**
     * Reads a baseline.
     *
     * @throws IllegalArgumentException if it cannot be read, or a line is no case's id
     */
    public static Baseline read(Path file) {
        Set<String> known = new TreeSet<>();
        int number = 0;
        for (String line : lines(file)) {
            number++;
            String id = line.replaceFirst("#.*", "").strip();
            if (!id.isEmpty() && Cases.find(id).isEmpty()) {
                throw new IllegalArgumentException(file + ", line " + number + ": '" + Text.printable(id)
                        + "' is not accepted: expected the id of a case, as 'runner.jar cases' lists them");
            }
            if (!id.isEmpty()) {
                known.add(id);
            }
        }
        return new Baseline(known);
    }

    private static List<String> lines(Path file) {
        try {
            return Utf8File.read(file).lines().toList();
        } catch (IOException e) {
            throw new IllegalArgumentException("cannot read " + file + ": " + FileErrors.reason(e), e);
        }
    }

    /** Of all cases that were broken in any play. */
    public static Baseline of(CaseScore score) {
        return new Baseline(score.rows().stream()
                .filter(CaseRow::isEverBroken)
                .map(row -> row.about().id())
                .collect(Collectors.toSet()));
    }

    /**
     * Replaces the file in one step.
     *
     * @throws java.io.UncheckedIOException naming the file, if it cannot be written
     */
    public void write(Path file) {
        String text = known.stream().sorted().map(id -> id + "\n").collect(Collectors.joining("", HEAD, ""));
        AtomicFile.write(file.toAbsolutePath(), text);
    }

    /** What has changed since. A case that is not judged is neither new nor fixed. */
    public Comparison compare(CaseScore score) {
        return new Comparison(
                ids(
                        score,
                        row -> row.isEverBroken() && !known.contains(row.about().id())),
                ids(
                        score,
                        row -> row.isEverBroken() && known.contains(row.about().id())),
                ids(
                        score,
                        row -> row.result() == Result.HELD
                                && known.contains(row.about().id())));
    }

    /**
     * What the score comes to where known breaks are accepted: FAIL if it is not as this baseline says; else as {@link
     * CaseScore#verdict()}, without the breaks that are listed.
     */
    public Verdict verdict(CaseScore score) {
        if (!compare(score).agrees()) {
            return Verdict.FAIL;
        }
        CaseScore others = new CaseScore(
                score.rows().stream().filter(row -> !row.isEverBroken()).toList());
        return others.rows().isEmpty() ? Verdict.PASS : others.verdict();
    }

    private static List<String> ids(CaseScore score, Predicate<CaseRow> which) {
        return score.rows().stream().filter(which).map(row -> row.about().id()).toList();
    }
}
