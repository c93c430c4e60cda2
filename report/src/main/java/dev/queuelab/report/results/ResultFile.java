package dev.queuelab.report.results;

import dev.queuelab.core.toolbox.AtomicFile;
import dev.queuelab.core.toolbox.FileErrors;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Function;

/**
 * A file that holds the results in some form. It is replaced in one step, so that a reader never finds half of it.
 *
 * @param file its folder is made if it is not there
 */
public record ResultFile(Path file, Function<SuiteResults, String> form) {

    /**
     * Writes the results.
     *
     * @throws UncheckedIOException naming the file, if it cannot be written
     */
    public void write(SuiteResults results) {
        try {
            Path target = Files.exists(file) ? file.toRealPath() : file.toAbsolutePath();
            if (Files.exists(target) && !Files.isRegularFile(target)) {
                throw new UncheckedIOException(
                        "cannot write " + file + ": it is not a regular file",
                        new FileSystemException(file.toString()));
            }
            Path folder = target.getParent();
            if (folder != null) {
                Files.createDirectories(folder);
            }
            AtomicFile.write(target, form.apply(results));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + file + ": " + FileErrors.reason(e), e);
        }
    }
}
