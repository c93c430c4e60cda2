package dev.queuelab.core.toolbox;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/** Reads a text file that somebody else wrote, in UTF-8 and nothing else. */
public final class Utf8File {
    private Utf8File() {}

    /**
     * The file's text.
     *
     * @throws IOException if the file cannot be read, or, with a sentence that names the file and the byte, if it is not
     *     in UTF-8
     */
    public static String read(Path file) throws IOException {
        ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(file));
        CharBuffer text = CharBuffer.allocate(bytes.remaining());
        CoderResult result = StandardCharsets.UTF_8.newDecoder().decode(bytes, text, true);
        if (result.isError()) {
            throw new IOException(String.format(
                    Locale.ROOT,
                    "%s is not in UTF-8: byte 0x%02X at offset %d is in no character",
                    file,
                    bytes.get(bytes.position()),
                    bytes.position()));
        }
        return text.flip().toString();
    }
}
