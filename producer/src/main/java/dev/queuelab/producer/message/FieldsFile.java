package dev.queuelab.producer.message;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.queuelab.core.toolbox.Text;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A file of JSON objects, one a line: the fields of the Nth go into the Nth message, in place of its own of that name. */
public record FieldsFile(Path path, List<Fields> lines) {
    private static final char BYTE_ORDER_MARK = '\uFEFF';

    /**
     * Reads the file, which is UTF-8.
     *
     * @throws IOException if it cannot be read, or a line is not a JSON object; the message says which line, and why
     */
    public static FieldsFile read(Path path) throws IOException {
        List<Fields> lines = new ArrayList<>();
        for (String line : text(path).lines().toList()) {
            lines.add(parse(line, lines.size() + 1));
        }
        if (lines.isEmpty()) {
            throw new IOException("the file is empty");
        }
        return new FieldsFile(path, List.copyOf(lines));
    }

    private static String text(Path path) throws IOException {
        byte[] bytes = Files.readAllBytes(path);
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            if (!text.isEmpty() && text.charAt(0) == BYTE_ORDER_MARK) {
                throw new IOException("line 1 begins with a byte order mark: save the file as UTF-8 without one");
            }
            return text;
        } catch (CharacterCodingException e) {
            throw new IOException("line " + lineOfFirstBadByte(bytes) + " is not UTF-8", e);
        }
    }

    private static int lineOfFirstBadByte(byte[] bytes) {
        String text = new String(bytes, StandardCharsets.UTF_8);
        String before = text.substring(0, Math.max(0, text.indexOf('\uFFFD')));
        return (int) before.chars().filter(character -> character == '\n').count() + 1;
    }

    private static Fields parse(String line, int number) throws IOException {
        try {
            return Fields.parse(line);
        } catch (JsonProcessingException e) {
            throw refused(line, number, e.getOriginalMessage(), e);
        } catch (IOException e) {
            throw refused(line, number, String.valueOf(e.getMessage()), e);
        }
    }

    private static IOException refused(String line, int number, String why, IOException cause) {
        String shown = Text.printable(Text.truncate(line, 80));
        return new IOException(
                "line " + number + " is not one JSON object: " + Text.onOneLine(why) + ": " + shown, cause);
    }

    public Fields of(long index) {
        return lines.get(Math.toIntExact(index));
    }

    @Override
    public String toString() {
        return path.toString();
    }
}
