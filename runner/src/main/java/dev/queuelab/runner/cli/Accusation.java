package dev.queuelab.runner.cli;

import dev.queuelab.core.toolbox.Text;
import dev.queuelab.lab.run.ScenarioRun;
import dev.queuelab.lab.runstore.StoredRun;
import dev.queuelab.scenarios.check.Verdict;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** What a run says against a consumer: each broken check with its facts, and how to see it again. */
final class Accusation {
    private Accusation() {}

    /**
     * The accusation, line by line.
     *
     * @param cases ids of the cases that the run says are broken
     */
    static List<String> lines(ScenarioRun run, List<String> cases) {
        List<String> lines = new ArrayList<>(List.of("", run.scenario() + " BROKEN (" + run.folder() + ")"));
        if (!cases.isEmpty()) {
            lines.add("  cases: " + String.join(", ", cases));
        }
        Set<String> said = new HashSet<>();
        run.checks().stream()
                .filter(outcome -> outcome.verdict() == Verdict.FAIL)
                .forEach(outcome -> {
                    lines.add("  " + outcome.check() + ": "
                            + shown(outcome.findings().get(0)));
                    outcome.findings().stream()
                            .skip(1)
                            .filter(said::add)
                            .forEach(fact -> lines.add("    " + shown(fact)));
                });
        StoredRun.read(run.folder()).info().ifPresent(info -> lines.add("  play it again: " + command(info.again())));
        return lines;
    }

    /** The command with these arguments, as a shell takes it. */
    static String command(List<String> arguments) {
        return "java -jar dist/runner.jar "
                + arguments.stream().map(Accusation::quoted).collect(Collectors.joining(" "));
    }

    private static String shown(String text) {
        return Text.printable(Text.onOneLine(text));
    }

    /** As a shell takes it. */
    private static String quoted(String word) {
        return word.matches("[A-Za-z0-9_@%+=:,./-]+") ? word : "'" + word.replace("'", "'\\''") + "'";
    }
}
