package dev.queuelab.report.results;

import dev.queuelab.lab.run.ScenarioRun;
import dev.queuelab.scenarios.check.Check;
import dev.queuelab.scenarios.check.Table;
import dev.queuelab.scenarios.check.Verdict;
import java.util.List;
import java.util.stream.Collectors;

/**
 * How a consumer fared in several plays. A scenario held if its play passed, is broken if a check failed, and was else not
 * judged. One that held may have checks that were not judged; the table says how many.
 */
public record ConformanceScore(List<ScenarioRun> plays) {
    private static final List<String> COLUMNS =
            List.of("scenario", "result", "checks held", "broken", "not judged", "why");
    private static final int MOST_OF_A_REASON = 150;

    public static ConformanceScore of(List<ScenarioRun> plays) {
        return new ConformanceScore(List.copyOf(plays));
    }

    public long held() {
        return count(Verdict.PASS);
    }

    public long broken() {
        return count(Verdict.FAIL);
    }

    private long count(Verdict verdict) {
        return plays.stream().filter(play -> play.verdict() == verdict).count();
    }

    /** A line a scenario. */
    public Table table() {
        return new Table(COLUMNS, plays.stream().map(ConformanceScore::row).toList());
    }

    /** The whole in one line. */
    public String line() {
        long judged = held() + broken();
        long unjudged = plays.size() - judged;
        return held() + " of " + judged + " scenarios held"
                + (unjudged == 0 ? "" : ", and " + unjudged + " could not be judged");
    }

    private static List<String> row(ScenarioRun play) {
        return List.of(
                play.scenario(),
                word(play.verdict()),
                Long.toString(checks(play, Verdict.PASS)),
                Long.toString(checks(play, Verdict.FAIL)),
                Long.toString(checks(play, Verdict.UNKNOWN) + checks(play, Verdict.SKIP)),
                why(play));
    }

    private static long checks(ScenarioRun play, Verdict verdict) {
        return play.results().stream()
                .filter(result -> result.verdict() == verdict)
                .count();
    }

    private static String word(Verdict verdict) {
        return switch (verdict) {
            case PASS -> "held";
            case FAIL -> "BROKEN";
            case UNKNOWN, SKIP -> "not judged";
        };
    }

    private static String why(ScenarioRun play) {
        return switch (play.verdict()) {
            case PASS -> "";
            case FAIL -> String.join(", ", play.broken().stream().sorted().toList());
            case UNKNOWN, SKIP ->
                play.trouble()
                        .map(ConformanceScore::firstLine)
                        .orElseGet(() -> play.results().stream()
                                .filter(result -> result.verdict() == play.verdict())
                                .map(Check.Result::check)
                                .collect(Collectors.joining(", ")));
        };
    }

    private static String firstLine(String text) {
        String line = text.lines().findFirst().orElse("");
        return line.length() <= MOST_OF_A_REASON ? line : line.substring(0, MOST_OF_A_REASON) + "...";
    }
}
