package dev.queuelab.report.results;

import dev.queuelab.scenarios.check.Table;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What each scenario shows without each protection that one of its controls takes out. */
public final class ControlsMatrix {
    /** No control takes this protection out of this scenario. */
    private static final String NO_CONTROL = "";

    private final List<RunResult> runs;

    private ControlsMatrix(List<RunResult> runs) {
        this.runs = runs;
    }

    public static ControlsMatrix of(SuiteResults results) {
        return new ControlsMatrix(
                results.runs().stream().filter(run -> run.control().isPresent()).toList());
    }

    /** A row for each scenario, a column for each protection taken out; a cell says in a word what happened. */
    public Table byScenario() {
        return byScenario(ControlsMatrix::outcome);
    }

    /** The same, with the names of the checks that failed. */
    Table byScenarioWithChecks() {
        return byScenario(run -> {
            String broke = run.control().stream()
                    .flatMap(shown -> shown.broke().stream())
                    .collect(Collectors.joining(", "));
            return outcome(run) + (broke.isEmpty() ? "" : ": " + broke);
        });
    }

    /** The same where the matrix is too wide: a row for each protection, a column for each outcome that occurs. */
    public Table byProtection() {
        List<String> outcomes = Stream.of(ControlResult.Outcome.values())
                .map(ControlsMatrix::word)
                .filter(word -> runs.stream().anyMatch(run -> outcome(run).equals(word)))
                .toList();
        List<List<String>> rows = new ArrayList<>();
        for (String protection : protections()) {
            List<String> row = new ArrayList<>(List.of(protection));
            outcomes.forEach(outcome -> row.add(runs.stream()
                    .filter(run -> protection(run).equals(protection))
                    .filter(run -> outcome(run).equals(outcome))
                    .map(run -> run.run().scenario())
                    .distinct()
                    .collect(Collectors.joining(", "))));
            rows.add(row);
        }
        return new Table(headed("without", outcomes), rows);
    }

    private Table byScenario(Function<RunResult, String> cell) {
        List<String> protections = protections();
        List<List<String>> rows = new ArrayList<>();
        for (String scenario : distinct(run -> run.run().scenario())) {
            List<String> row = new ArrayList<>(List.of(scenario));
            for (String protection : protections) {
                row.add(runs.stream()
                        .filter(run -> run.run().scenario().equals(scenario))
                        .filter(run -> protection(run).equals(protection))
                        .map(cell)
                        .reduce((one, other) -> one + "; " + other)
                        .orElse(NO_CONTROL));
            }
            rows.add(row);
        }
        return new Table(headed("without", protections), rows);
    }

    private List<String> protections() {
        return distinct(ControlsMatrix::protection).stream().sorted().toList();
    }

    private List<String> distinct(Function<RunResult, String> of) {
        return runs.stream().map(of).distinct().toList();
    }

    private static List<String> headed(String first, Collection<String> others) {
        return Stream.concat(Stream.of(first), others.stream()).toList();
    }

    private static String protection(RunResult run) {
        return run.control().map(shown -> shown.control().protection()).orElseThrow();
    }

    private static String outcome(RunResult run) {
        return run.control().map(shown -> word(shown.outcome())).orElseThrow();
    }

    private static String word(ControlResult.Outcome outcome) {
        return outcome.name().toLowerCase(Locale.ROOT);
    }
}
