package dev.queuelab.runner.cli;

import java.io.BufferedOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.nio.charset.Charset;
import java.util.Locale;
import java.util.Optional;

/**
 * Standard output that remembers whether it could be written: {@link PrintWriter} itself only sets a flag. A reader that
 * closes its pipe has seen enough, and that is no failure.
 */
final class StandardOutput extends FilterOutputStream {
    private Optional<IOException> failure = Optional.empty();

    StandardOutput(OutputStream out) {
        super(out);
    }

    static StandardOutput open() {
        return new StandardOutput(new BufferedOutputStream(new FileOutputStream(FileDescriptor.out)));
    }

    /** A writer to it that flushes at each line, in the encoding that Java takes the terminal's to be. */
    PrintWriter writer() {
        return new PrintWriter(this, true, Charset.defaultCharset());
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        try {
            out.write(bytes, offset, length);
        } catch (IOException e) {
            throw noted(e);
        }
    }

    @Override
    public void flush() throws IOException {
        try {
            out.flush();
        } catch (IOException e) {
            throw noted(e);
        }
    }

    /** Why something could not be written; empty if all was, or if the reader has gone. */
    Optional<String> failure() {
        return failure.map(IOException::getMessage)
                .filter(message -> !message.toLowerCase(Locale.ROOT).contains("broken pipe"));
    }

    private IOException noted(IOException e) {
        if (failure.isEmpty()) {
            failure = Optional.of(e);
        }
        return e;
    }
}
