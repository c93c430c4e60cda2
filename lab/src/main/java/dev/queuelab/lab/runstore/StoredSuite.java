package dev.queuelab.lab.runstore;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The plays of one {@code run} or {@code controls} command.
 *
 * @param plays those that were begun, in the order of their beginnings; never empty
 */
public record StoredSuite(List<StoredRun> plays) {

    /**
     * The suite that was begun last.
     *
     * @throws NoSuchRunException if there is no suite in the folder {@code runs}
     */
    public static StoredSuite latestIn(Path runs) {
        TreeMap<String, List<Path>> suites = foldersIn(runs).stream()
                .filter(folder -> !suiteOf(folder).isEmpty())
                .collect(Collectors.groupingBy(StoredSuite::suiteOf, TreeMap::new, Collectors.toList()));
        Map.Entry<String, List<Path>> latest = suites.lastEntry();
        if (latest == null) {
            throw new NoSuchRunException(
                    "there is no suite in " + runs + ": `runner.jar run --short` or `runner.jar controls` makes one");
        }
        return new StoredSuite(latest.getValue().stream()
                .map(StoredRun::read)
                .sorted(Comparator.comparing(StoredRun::begun))
                .toList());
    }

    private static String suiteOf(Path folder) {
        return new TolerantJson(new ArrayList<>())
                .document(folder.resolve("run.json"))
                .path("suite")
                .path("id")
                .asText();
    }

    private static List<Path> foldersIn(Path runs) {
        if (!Files.isDirectory(runs)) {
            throw new NoSuchRunException(runs + " is no folder of runs: there is nothing there");
        }
        try (Stream<Path> files = Files.list(runs)) {
            return files.filter(file -> Files.isDirectory(file) && !Files.isSymbolicLink(file))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot list " + runs + ": " + e, e);
        }
    }
}
