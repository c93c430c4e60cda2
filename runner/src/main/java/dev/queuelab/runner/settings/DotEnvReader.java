package dev.queuelab.runner.settings;

import dev.queuelab.core.toolbox.FileErrors;
import dev.queuelab.core.toolbox.Utf8File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads a settings file such as {@code .env}, strictly: a line that is not understood is refused, not skipped. */
public final class DotEnvReader {
    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private final Path file;
    private final Map<String, String> settings = new LinkedHashMap<>();
    private final Map<String, Integer> lineOf = new LinkedHashMap<>();
    private final List<String> problems = new ArrayList<>();

    private DotEnvReader(Path file) {
        this.file = file;
    }

    /**
     * The settings in the file's order.
     *
     * @throws InvalidDotEnvException if any line is not understood; the message has all of them
     */
    public static Map<String, String> read(Path file) {
        DotEnvReader reader = new DotEnvReader(file);
        reader.readLines(text(file));
        if (!reader.problems.isEmpty()) {
            throw new InvalidDotEnvException(String.join(System.lineSeparator(), reader.problems));
        }
        return reader.settings;
    }

    private static String text(Path file) {
        try {
            return Utf8File.read(file);
        } catch (Utf8File.NotUtf8Exception e) {
            throw new InvalidDotEnvException(e.getMessage() + ": save it as UTF-8 or ASCII");
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file + ": " + FileErrors.reason(e), e);
        }
    }

    private void readLines(String text) {
        if (text.startsWith(BYTE_ORDER_MARK)) {
            refuse(1, "it begins with a byte order mark (BOM), which a shell cannot read: save the file without one");
            return;
        }
        int number = 0;
        for (String line : text.split("\n", -1)) {
            number++;
            try {
                Optional<DotEnvLine> setting = DotEnvLine.parse(line);
                if (setting.isPresent()) {
                    add(setting.get(), number);
                }
            } catch (DotEnvLine.NotUnderstoodException e) {
                refuse(number, String.valueOf(e.getMessage()));
            }
        }
    }

    private void add(DotEnvLine line, int number) {
        Integer earlier = lineOf.putIfAbsent(line.name(), number);
        if (earlier != null) {
            refuse(number, "'" + line.name() + "' is set again; line " + earlier + " sets it, too");
        }
        settings.put(line.name(), line.value());
    }

    private void refuse(int number, String problem) {
        problems.add(file + ", line " + number + ": " + problem);
    }
}
