package dev.queuelab.lab.runstore;

import dev.queuelab.core.toolbox.AppendOnlyFile;
import dev.queuelab.core.toolbox.FileErrors;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;

/** Writes records to a new file of a run folder, as JSON, one a line; {@code kill -9} loses none of them. */
public final class JsonLinesWriter implements AutoCloseable {
    private final Path path;
    private final AppendOnlyFile file;

    private JsonLinesWriter(Path path, AppendOnlyFile file) {
        this.path = path;
        this.file = file;
    }

    /** Begins a new file, which must not exist. */
    public static JsonLinesWriter create(Path path) {
        try {
            return new JsonLinesWriter(path, AppendOnlyFile.create(path));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot begin " + path + ": " + FileErrors.reason(e), e);
        }
    }

    public void write(Object line) {
        try {
            file.append(StoreJson.line(line));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write to " + path + ": " + FileErrors.reason(e), e);
        }
    }

    @Override
    public void close() {
        try {
            file.close();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot close " + path + ": " + FileErrors.reason(e), e);
        }
    }
}
