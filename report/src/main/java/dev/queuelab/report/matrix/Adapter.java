package dev.queuelab.report.matrix;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.queuelab.core.toolbox.FileErrors;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A consumer made with a library, as {@code conformance/NAME/adapter.json} describes it.
 *
 * @param variants its settings, and what each sets
 * @param without what it does not do, in the words of {@code conformance --without}
 * @param reports what users of the library have reported in public
 */
record Adapter(
        String library, String version, Map<String, String> variants, List<String> without, List<Report> reports) {
    static final String DEFAULT = "default";
    private static final String FILE = "adapter.json";
    private static final String LOOKED_UP = "BROKEN.md";

    Adapter {
        without = List.copyOf(without);
        reports = List.copyOf(reports);
    }

    /**
     * A failure that was reported.
     *
     * @param variants the settings with which the version that is played may show it
     * @param rows the cases that it belongs to
     */
    record Report(List<String> variants, List<String> rows, String address, String says) {
        Report {
            variants = List.copyOf(variants);
            rows = List.copyOf(rows);
        }
    }

    /**
     * The columns of all adapters in this folder: an adapter's variants stand side by side, in the order of its file.
     *
     * @throws UncheckedIOException naming the file that cannot be read
     */
    static List<Column> columns(Path folder) {
        try (Stream<Path> adapters = Files.list(folder)) {
            List<Column> columns = new ArrayList<>();
            adapters.filter(adapter -> Files.exists(adapter.resolve(FILE)))
                    .sorted()
                    .forEach(adapter -> read(adapter.resolve(FILE))
                            .addTo(
                                    columns,
                                    String.valueOf(adapter.getFileName()),
                                    textIfThere(adapter.resolve(LOOKED_UP))));
            return columns;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + folder + ": " + FileErrors.reason(e), e);
        }
    }

    private void addTo(List<Column> columns, String name, String lookedUp) {
        variants.keySet().forEach(variant -> columns.add(new Column(name, variant, this, lookedUp)));
    }

    private static String textIfThere(Path file) {
        try {
            return Files.exists(file) ? Files.readString(file) : "";
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file + ": " + FileErrors.reason(e), e);
        }
    }

    private static Adapter read(Path file) {
        try {
            return new ObjectMapper().readValue(Files.readString(file), Adapter.class);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(file + " is not as expected: " + e.getOriginalMessage(), e);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file + ": " + FileErrors.reason(e), e);
        }
    }
}
