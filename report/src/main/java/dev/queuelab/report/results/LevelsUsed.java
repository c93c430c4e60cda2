package dev.queuelab.report.results;

import dev.queuelab.core.history.HistoryException;
import dev.queuelab.lab.run.ScenarioRun;
import dev.queuelab.lab.runstore.NoSuchRunException;
import dev.queuelab.lab.runstore.RunDocuments;
import dev.queuelab.lab.runstore.StoredEvidence;
import dev.queuelab.scenarios.cases.Level;
import java.util.Collection;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** How well the consumer was known in its plays. */
public record LevelsUsed(Map<Level, Integer> plays) {

    public LevelsUsed {
        plays = Map.copyOf(plays);
    }

    /** The levels of these plays, as their folders show them; one that left no evidence does not count. */
    public static LevelsUsed of(Collection<ScenarioRun> runs) {
        Map<Level, Integer> plays = new EnumMap<>(Level.class);
        runs.stream()
                .map(LevelsUsed::level)
                .flatMap(Optional::stream)
                .forEach(level -> plays.merge(level, 1, Integer::sum));
        return new LevelsUsed(plays);
    }

    private static Optional<Level> level(ScenarioRun run) {
        try {
            RunDocuments stored = RunDocuments.read(run.folder());
            return stored.snapshot()
                    .map(snapshot -> Level.of(StoredEvidence.read(stored.folder(), stored.queueSettings(), snapshot)));
        } catch (NoSuchRunException | HistoryException e) {
            return Optional.empty();
        }
    }

    /** In one line. */
    public String line() {
        String levels = new TreeMap<>(plays)
                .entrySet().stream()
                        .map(used -> "in " + used.getValue() + (used.getValue() == 1 ? " play " : " plays ")
                                + used.getKey().meaning())
                        .collect(Collectors.joining("; "));
        return "How well the consumer is known: " + (levels.isEmpty() ? "no play left evidence" : levels);
    }
}
