package dev.queuelab.report.results;

import dev.queuelab.scenarios.check.Table;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Which protection is needed for what: scenarios by the protections that their controls take out. */
public final class ControlsMatrix {
    /** No control takes this protection out of this scenario. */
    private static final String UNTRIED = "";

    private final List<RunResult> plays;

    private ControlsMatrix(List<RunResult> plays) {
        this.plays = plays;
    }

    public static ControlsMatrix of(SuiteResults results) {
        return new ControlsMatrix(results.plays().stream()
                .filter(play -> play.control().isPresent())
                .toList());
    }

    /** Rows are scenarios, columns the protections taken out, cells what came of it, in a word. */
    public Table byScenario() {
        return byScenario(ControlsMatrix::outcome);
    }

    /** The same, with the names of the checks that failed. */
    Table byScenarioWithChecks() {
        return byScenario(play -> {
            String broke = play.control().stream()
                    .flatMap(proved -> proved.broke().stream())
                    .collect(Collectors.joining(", "));
            return outcome(play) + (broke.isEmpty() ? "" : ": " + broke);
        });
    }

    /** The same as a list, for where the matrix is too wide: a line a protection, a column for each outcome there is. */
    public Table byProtection() {
        List<String> outcomes = Stream.of(ControlResult.Outcome.values())
                .map(ControlsMatrix::word)
                .filter(word -> plays.stream().anyMatch(play -> outcome(play).equals(word)))
                .toList();
        List<List<String>> rows = new ArrayList<>();
        for (String protection : protections()) {
            List<String> row = new ArrayList<>(List.of(protection));
            outcomes.forEach(outcome -> row.add(plays.stream()
                    .filter(play -> protection(play).equals(protection))
                    .filter(play -> outcome(play).equals(outcome))
                    .map(play -> play.play().scenario())
                    .distinct()
                    .collect(Collectors.joining(", "))));
            rows.add(row);
        }
        return new Table(headed("without", outcomes), rows);
    }

    private Table byScenario(Function<RunResult, String> cell) {
        List<String> protections = protections();
        List<List<String>> rows = new ArrayList<>();
        for (String scenario : distinct(play -> play.play().scenario())) {
            List<String> row = new ArrayList<>(List.of(scenario));
            for (String protection : protections) {
                row.add(plays.stream()
                        .filter(play -> play.play().scenario().equals(scenario))
                        .filter(play -> protection(play).equals(protection))
                        .map(cell)
                        .reduce((one, other) -> one + "; " + other)
                        .orElse(UNTRIED));
            }
            rows.add(row);
        }
        return new Table(headed("without", protections), rows);
    }

    private List<String> protections() {
        return distinct(ControlsMatrix::protection).stream().sorted().toList();
    }

    private List<String> distinct(Function<RunResult, String> of) {
        return plays.stream().map(of).distinct().toList();
    }

    private static List<String> headed(String first, Collection<String> others) {
        return Stream.concat(Stream.of(first), others.stream()).toList();
    }

    private static String protection(RunResult play) {
        return play.control()
                .map(proved -> ControlResult.protection(proved.control()))
                .orElseThrow();
    }

    private static String outcome(RunResult play) {
        return play.control().map(proved -> word(proved.outcome())).orElseThrow();
    }

    private static String word(ControlResult.Outcome outcome) {
        return outcome.name().toLowerCase(Locale.ROOT);
    }
}
