package dev.queuelab.core.toolbox;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/** Reads a text file that somebody else wrote, in UTF-8. */
public final class Utf8File {
    private Utf8File() {}

    /**
     * The file's text.
     *
     * @throws NotUtf8Exception naming the file and the byte, if it is not in UTF-8
     * @throws IOException if the file cannot be read
     */
    public static String read(Path file) throws IOException {
        ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(file));
        CharBuffer text = CharBuffer.allocate(bytes.remaining());
        CoderResult result = StandardCharsets.UTF_8.newDecoder().decode(bytes, text, true);
        if (result.isError()) {
            throw new NotUtf8Exception(String.format(
                    Locale.ROOT,
                    "%s is not in UTF-8: byte 0x%02X at offset %d is in no character",
                    file,
                    bytes.get(bytes.position()),
                    bytes.position()));
        }
        return text.flip().toString();
    }

    /** The file's text as far as it is in UTF-8: for what a program has printed, which is only shown. */
    public static String readLeniently(Path file) throws IOException {
        return new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
    }

    /** A file is not in UTF-8. */
    public static final class NotUtf8Exception extends IOException {
        private static final long serialVersionUID = 1L;

        NotUtf8Exception(String message) {
            super(message);
        }
    }
}
