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

    private final List<RunResult> runs;

    private ControlsMatrix(List<RunResult> runs) {
        this.runs = runs;
    }

    public static ControlsMatrix of(SuiteResults results) {
        return new ControlsMatrix(
                results.runs().stream().filter(run -> run.control().isPresent()).toList());
    }

    /** Rows are scenarios, columns the protections taken out, cells what came of it, in a word. */
    public Table byScenario() {
        return byScenario(ControlsMatrix::outcome);
    }

    /** The same, with the names of the checks that failed. */
    Table byScenarioWithChecks() {
        return byScenario(run -> {
            String broke = run.control().stream()
                    .flatMap(proof -> proof.broke().stream())
                    .collect(Collectors.joining(", "));
            return outcome(run) + (broke.isEmpty() ? "" : ": " + broke);
        });
    }

    /** The same as a list, for where the matrix is too wide: a line a protection, a column for each outcome there is. */
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
        return runs.stream().map(of).distinct().toList();
    }

    private static List<String> headed(String first, Collection<String> others) {
        return Stream.concat(Stream.of(first), others.stream()).toList();
    }

    private static String protection(RunResult run) {
        return run.control().map(proof -> proof.control().protection()).orElseThrow();
    }

    private static String outcome(RunResult run) {
        return run.control().map(proof -> word(proof.outcome())).orElseThrow();
    }

    private static String word(ControlResult.Outcome outcome) {
        return outcome.name().toLowerCase(Locale.ROOT);
    }
}
