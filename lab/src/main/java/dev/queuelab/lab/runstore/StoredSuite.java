package dev.queuelab.lab.runstore;

import dev.queuelab.core.toolbox.FileErrors;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The runs of one {@code run} or {@code controls} command.
 *
 * @param runs those that were begun, in the order asked for; never empty
 */
public record StoredSuite(Suite suite, List<StoredRun> runs) {

    /**
     * The suite that was begun last.
     *
     * @throws NoSuchRunException if there is no suite in the folder {@code runs}
     */
    public static StoredSuite latestIn(Path runs) {
        TreeMap<String, List<Path>> suites = foldersIn(runs).stream()
                .filter(folder -> suiteOf(folder).isPresent())
                .collect(Collectors.groupingBy(
                        folder -> suiteOf(folder).orElseThrow().id(), TreeMap::new, Collectors.toList()));
        Map.Entry<String, List<Path>> latest = suites.lastEntry();
        if (latest == null) {
            throw new NoSuchRunException(
                    "there is no suite in " + runs + ": `runner.jar run --short` or `runner.jar controls` makes one");
        }
        return new StoredSuite(
                suiteOf(latest.getValue().get(0)).orElseThrow(),
                latest.getValue().stream()
                        .map(StoredRun::read)
                        .sorted(Comparator.comparing(StoredSuite::placeOf).thenComparing(StoredRun::begun))
                        .toList());
    }

    private static int placeOf(StoredRun run) {
        return run.info().flatMap(RunInfo::suite).map(Suite::place).orElse(0);
    }

    private static Optional<Suite> suiteOf(Path folder) {
        return StoreJson.read(new RunFolder(folder).run(), RunInfo.class, new ArrayList<>())
                .flatMap(RunInfo::suite);
    }

    private static List<Path> foldersIn(Path runs) {
        if (!Files.isDirectory(runs)) {
            throw new NoSuchRunException(runs + " is not a folder of runs: there is nothing there");
        }
        try (Stream<Path> files = Files.list(runs)) {
            return files.filter(file -> Files.isDirectory(file) && !Files.isSymbolicLink(file))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot list " + runs + ": " + FileErrors.reason(e), e);
        }
    }
}
