package dev.queuelab.report.results;

import dev.queuelab.core.toolbox.Text;
import dev.queuelab.lab.run.ScenarioRun;
import dev.queuelab.scenarios.check.CheckOutcome;
import dev.queuelab.scenarios.check.Verdict;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * How a consumer did in one scenario. It held if its run passed, is broken if a check failed, and otherwise was not judged.
 * One that held may have checks that were not judged; the row says how many.
 *
 * @param runs how often it was played
 * @param notPlayed why it was not
 */
public record ConformanceRow(String scenario, List<ScenarioRun> runs, Optional<String> notPlayed) {
    private static final int MOST_OF_A_REASON = 150;
    private static final String LAST_LINES = "; its last lines:";

    public ConformanceRow {
        runs = List.copyOf(runs);
    }

    /** What is said of a scenario. */
    public enum Result {
        HELD("held"),
        BROKEN("BROKEN"),
        /** Its runs came out differently. */
        UNSTABLE("UNSTABLE"),
        NOT_JUDGED("not judged"),
        /** The consumer lacks what the scenario needs, or the environment does not show what it is about. */
        NOT_APPLICABLE("not applicable");

        private final String word;

        Result(String word) {
            this.word = word;
        }

        /** As tables show it. */
        public String word() {
            return word;
        }

        /** As files and options name it, such as "not-judged". */
        public String label() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    public Result result() {
        if (notPlayed.isPresent()) {
            return Result.NOT_APPLICABLE;
        }
        Set<Result> results = runs.stream().map(ConformanceRow::of).collect(Collectors.toCollection(TreeSet::new));
        return results.size() == 1 ? results.iterator().next() : Result.UNSTABLE;
    }

    private static Result of(ScenarioRun run) {
        return switch (run.verdict()) {
            case PASS -> Result.HELD;
            case FAIL -> Result.BROKEN;
            case UNKNOWN -> Result.NOT_JUDGED;
            case SKIP -> Result.NOT_APPLICABLE;
        };
    }

    boolean isEverBroken() {
        return runs.stream().anyMatch(run -> run.verdict() == Verdict.FAIL);
    }

    /** The cells of the row. Checks are counted in the first run. */
    List<String> cells() {
        return List.of(
                scenario,
                result().word,
                Long.toString(checks(Verdict.PASS)),
                Long.toString(checks(Verdict.FAIL)),
                Long.toString(checks(Verdict.UNKNOWN) + checks(Verdict.SKIP)),
                notPlayed.orElseGet(() -> result() == Result.UNSTABLE ? unstable() : why(runs.get(0))));
    }

    private long checks(Verdict verdict) {
        return runs.stream()
                .limit(1)
                .flatMap(run -> run.checks().stream())
                .filter(outcome -> outcome.verdict() == verdict)
                .count();
    }

    /** The first run of each result, with its folder. */
    private String unstable() {
        return runs.stream()
                .map(ConformanceRow::of)
                .distinct()
                .sorted()
                .map(this::oneOf)
                .collect(Collectors.joining("; "));
    }

    private String oneOf(Result result) {
        List<ScenarioRun> all = runs.stream().filter(run -> of(run) == result).toList();
        String why = why(all.get(0));
        return all.size() + " of " + runs.size() + " " + result.word + (why.isEmpty() ? "" : " (" + why + ")") + ": "
                + all.get(0).folder();
    }

    private static String why(ScenarioRun run) {
        return switch (run.verdict()) {
            case PASS -> "";
            case FAIL -> String.join(", ", run.broken().stream().sorted().toList());
            case UNKNOWN ->
                run.trouble().map(ConformanceRow::reason).orElseGet(() -> names(run, outcome -> outcome.check()));
            case SKIP -> names(run, CheckOutcome::finding);
        };
    }

    private static String names(ScenarioRun run, Function<CheckOutcome, String> name) {
        return run.checks().stream()
                .filter(outcome -> outcome.verdict() == run.verdict())
                .map(name)
                .collect(Collectors.joining(", "));
    }

    /** In one line: what ended the play, and of a program's last lines the one that speaks of an error, or the last. */
    private static String reason(String trouble) {
        int tail = trouble.indexOf(LAST_LINES);
        if (tail < 0) {
            return shown(trouble.lines().findFirst().orElse(""));
        }
        List<String> lines = trouble.substring(tail + LAST_LINES.length())
                .lines()
                .map(line -> line.replaceFirst("^ *\\| ?", "").strip())
                .filter(line -> !line.isEmpty())
                .toList();
        String telling = lines.stream()
                .filter(line -> line.matches("(?i).*(error|exception|fatal).*"))
                .findFirst()
                .orElse(lines.isEmpty() ? "" : lines.get(lines.size() - 1));
        return shown(trouble.substring(0, tail) + ": " + telling);
    }

    private static String shown(String text) {
        return Text.truncate(Text.printable(text), MOST_OF_A_REASON);
    }
}
