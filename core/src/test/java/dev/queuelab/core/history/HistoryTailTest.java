package dev.queuelab.core.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HistoryTailTest {
    @TempDir
    private Path folder;

    private String line(int seq, String id) {
        return "{\"process\":\"c\",\"seq\":" + seq + ",\"at\":\"2026-01-01T00:00:0" + seq
                + "Z\",\"event\":\"sending\",\"id\":\"" + id + "\"}\n";
    }

    private Path file(String text) throws IOException {
        return Files.writeString(folder.resolve("c.jsonl"), text);
    }

    private static void append(Path file, String text) throws IOException {
        Files.writeString(file, text, StandardOpenOption.APPEND);
    }

    private static List<String> ids(History history) {
        return history.all(Event.Sending.class).map(Event.Sending::id).toList();
    }

    @Test
    void whatWasReadIsNotReadAgain() throws IOException {
        Path file = file(line(1, "a") + line(2, "b"));
        HistoryTail tail = new HistoryTail(file);
        assertThat(ids(tail.read())).containsExactly("a", "b");

        try (RandomAccessFile begin = new RandomAccessFile(file.toFile(), "rw")) {
            begin.write("no line of a history".getBytes(StandardCharsets.UTF_8));
        }
        append(file, line(3, "c"));

        assertThat(ids(tail.read())).containsExactly("a", "b", "c");
    }

    @Test
    void aTornLineIsReadOnceItIsWhole() throws IOException {
        String whole = line(2, "ä");
        Path file = file(line(1, "a") + whole.substring(0, 20));
        HistoryTail tail = new HistoryTail(file);

        History torn = tail.read();
        append(file, whole.substring(20));
        History later = tail.read();

        assertThat(ids(torn)).containsExactly("a");
        assertThat(torn.torn()).containsExactly("c.jsonl: " + whole.substring(0, 20));
        assertThat(ids(later)).containsExactly("a", "ä");
        assertThat(later.torn()).isEmpty();
    }

    @Test
    void aHistoryThatHasNotBegunIsEmpty() throws IOException {
        HistoryTail tail = new HistoryTail(folder.resolve("c.jsonl"));
        assertThat(tail.read().entries()).isEmpty();

        file(line(1, "a"));

        assertThat(ids(tail.read())).containsExactly("a");
    }

    /** Also where a line does not fit into what is read at once, or ends with it. */
    @ParameterizedTest
    @ValueSource(ints = {1, 7, 64, 84, 85, 86, 170, 4096})
    void linesAreWholeHoweverMuchIsReadAtOnce(int bytes) throws IOException {
        StringBuilder text = new StringBuilder();
        IntStream.rangeClosed(1, 9).forEach(seq -> text.append(line(seq, "id-" + seq)));
        text.append("{\"torn");

        History history = new HistoryTail(file(text.toString()), bytes).read();

        assertThat(ids(history)).hasSize(9).startsWith("id-1").endsWith("id-9");
        assertThat(history.torn()).containsExactly("c.jsonl: {\"torn");
    }

    @Test
    void aLineThatIsNoFactIsNamedByItsNumberInTheFile() throws IOException {
        Path file = file(line(1, "a"));
        HistoryTail tail = new HistoryTail(file);
        tail.read();
        append(file, "nonsense\n");

        assertThatThrownBy(tail::read)
                .isInstanceOf(HistoryException.class)
                .hasMessageContaining("c.jsonl:2 is not a line");
    }
}
