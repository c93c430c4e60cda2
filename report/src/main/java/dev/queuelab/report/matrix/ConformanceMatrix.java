package dev.queuelab.report.matrix;

import dev.queuelab.core.toolbox.AtomicFile;
import dev.queuelab.core.toolbox.FileErrors;
import dev.queuelab.lab.runstore.BuildInfo;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Libraries by cases: what held, what is broken, and on which facts that rests. A column is shown once each of its breaks was
 * looked up in the library's source or documentation: a false accusation is worse than none.
 */
public final class ConformanceMatrix {
    private final Map<Column, ColumnResults> results;
    private final Map<Column, List<String>> leftOut;

    private ConformanceMatrix(Map<Column, ColumnResults> results, Map<Column, List<String>> leftOut) {
        this.results = results;
        this.leftOut = leftOut;
    }

    /**
     * The matrix of the columns that have results, but for those that are left out.
     *
     * @param adapters the folder of the adapters
     * @param folder the folder of the results
     */
    public static ConformanceMatrix read(Path adapters, Path folder) {
        Map<Column, ColumnResults> results = new LinkedHashMap<>();
        Map<Column, List<String>> leftOut = new LinkedHashMap<>();
        Adapter.columns(adapters)
                .forEach(column -> ColumnResults.read(column.results(folder)).ifPresent(found -> {
                    List<String> open = found.accusations().stream()
                            .filter(id -> !column.isLookedUp(id))
                            .toList();
                    if (open.isEmpty()) {
                        results.put(column, found);
                    } else {
                        leftOut.put(column, open);
                    }
                }));
        return new ConformanceMatrix(results, leftOut);
    }

    /** The columns that are not shown, each with the broken cases that were not looked up. */
    public Map<Column, List<String>> leftOut() {
        return leftOut;
    }

    /** The columns that this build has not played to the end. */
    public static List<Column> missing(Path adapters, Path folder, BuildInfo build) {
        return Adapter.columns(adapters).stream()
                .filter(column -> ColumnResults.read(column.results(folder))
                        .filter(found -> found.isCompleteFor(build))
                        .isEmpty())
                .toList();
    }

    public boolean isEmpty() {
        return results.isEmpty();
    }

    Map<Column, ColumnResults> columns() {
        return results;
    }

    /** All rows that any column has, in the order of the first that has them. */
    Set<String> rows() {
        Set<String> rows = new LinkedHashSet<>();
        results.values().forEach(column -> rows.addAll(column.cells().keySet()));
        return rows;
    }

    /**
     * Writes a page in GitHub's Markdown, the same as JSON beside it, and the facts of each column in a folder beside it.
     *
     * @return the files, which are replaced if they are there
     * @throws UncheckedIOException naming the file that cannot be written
     */
    public List<Path> write(Path page) {
        Path target = page.toAbsolutePath();
        String name = String.valueOf(target.getFileName());
        List<Path> written = new ArrayList<>();
        written.add(AtomicFile.write(target, markdown()));
        written.add(AtomicFile.write(target.resolveSibling(name.replaceFirst("(\\.md)?$", ".json")), json()));
        columnPages(name).forEach((path, text) -> {
            Path facts = target.resolveSibling(path);
            try {
                Files.createDirectories(facts.getParent());
            } catch (IOException e) {
                throw new UncheckedIOException("cannot write " + facts + ": " + FileErrors.reason(e), e);
            }
            written.add(AtomicFile.write(facts, text));
        });
        return written;
    }

    String markdown() {
        return MatrixPage.of(this);
    }

    String json() {
        return MatrixJson.of(this);
    }

    /**
     * The pages to which that one links, by the path from its folder.
     *
     * @param page the name of its file, to which they link
     */
    Map<String, String> columnPages(String page) {
        Map<String, String> pages = new LinkedHashMap<>();
        results.forEach((column, found) -> pages.put(column.page(), ColumnPage.of(column, found, page)));
        return pages;
    }
}
