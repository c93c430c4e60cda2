package dev.queuelab.core.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HistoryFileTest {
    private static final Instant NOW = Instant.parse("2026-01-02T03:04:05.678901Z");

    @TempDir
    private Path folder;

    @Test
    void everyKindOfFactComesBackAsItWas() {
        Path file = write("c", OneOfEach.EVENTS);

        History history = HistoryReader.readFile(file);

        assertThat(history.entries()).extracting(Entry::event).containsExactlyElementsOf(OneOfEach.EVENTS);
        assertThat(history.entries()).extracting(Entry::seq).startsWith(1L, 2L, 3L);
        assertThat(history.entries()).allSatisfy(entry -> assertThat(entry.at()).isEqualTo(NOW));
        assertThat(OneOfEach.EVENTS)
                .extracting(Object::getClass)
                .containsExactlyInAnyOrderElementsOf(kinds(Event.class).toList());
    }

    private static Stream<Class<?>> kinds(Class<?> type) {
        return type.isInterface()
                ? Arrays.stream(type.getPermittedSubclasses()).flatMap(HistoryFileTest::kinds)
                : Stream.of(type);
    }

    @Test
    void aFactIsOneFlatLine() throws Exception {
        Path file = write("c", List.of(new Event.Sent("a", "m-1", false)));

        assertThat(Files.readString(file))
                .isEqualTo("{\"process\":\"c\",\"seq\":1,\"at\":\"2026-01-02T03:04:05.678901Z\",\"event\":\"sent\","
                        + "\"id\":\"a\",\"messageId\":\"m-1\",\"poison\":false}\n");
    }

    @Test
    void fieldsMayBeInAnyOrder() throws Exception {
        Path file = folder.resolve("f.jsonl");
        Files.writeString(
                file,
                "{\"event\":\"sending\",\"id\":\"a\",\"at\":\"2026-01-02T03:04:05.678901Z\",\"seq\":1,\"process\":\"f\"}\n"
                        + "{\"process\":\"f\",\"seq\":2,\"at\":\"2026-01-02T03:04:05.678901Z\",\"id\":\"b\",\"more\":{},"
                        + "\"event\":\"sending\"}\n");

        assertThat(HistoryReader.readFile(file).entries())
                .containsExactly(
                        new Entry("f", 1, NOW, new Event.Sending("a")), new Entry("f", 2, NOW, new Event.Sending("b")));
    }

    @Test
    void equalTextsOfNeighbouringFactsAreOneObject() {
        List<Entry> entries = HistoryReader.readFile(
                        write("c", List.of(new Event.Sending("a"), new Event.Completed("a"))))
                .entries();

        assertThat(((Event.Completed) entries.get(1).event()).id())
                .isSameAs(((Event.Sending) entries.get(0).event()).id());
        assertThat(entries.get(1).process()).isSameAs(entries.get(0).process());
    }

    @Test
    void aLastLineCutShortIsRecognizedWhereverItWasCut() throws Exception {
        byte[] whole = Files.readAllBytes(write("c", List.of(new Event.Sending("a"), new Event.Sending("ä"))));
        int firstLine = firstLineOf(whole);

        for (int length = firstLine + 1; length < whole.length; length++) {
            Path cut = folder.resolve("cut-" + length + ".jsonl");
            Files.write(cut, Arrays.copyOf(whole, length));

            History history = HistoryReader.readFile(cut);

            assertThat(history.entries()).extracting(Entry::event).containsExactly(new Event.Sending("a"));
            assertThat(history.torn()).singleElement().asString().startsWith(cut.getFileName() + ": {");
        }
    }

    @Test
    void aCompleteLineThatIsNoEventIsAnErrorThatNamesItsPlace() throws Exception {
        Path file = write("c", List.of(new Event.Sending("a")));
        Files.writeString(file, "{\"event\":\"sending\"}\n", StandardOpenOption.APPEND);

        assertThatThrownBy(() -> HistoryReader.readFile(file))
                .isInstanceOf(HistoryException.class)
                .hasMessageContaining(file + ":2 is not a line of a history");
    }

    @Test
    void theHistoriesOfAFolderAreMergedByTime() {
        write("b", List.of(new Event.Sending("b")), NOW.plusMillis(1));
        write("a", List.of(new Event.Sending("a"), new Event.Completed("a")), NOW);

        assertThat(HistoryReader.readFolder(folder).entries())
                .extracting(Entry::process, Entry::seq)
                .containsExactly(tuple("a", 1L), tuple("a", 2L), tuple("b", 1L));
    }

    @Test
    void aHistoryBelongsToOneProcess() {
        Path file = write("a", OneOfEach.EVENTS);

        assertThatThrownBy(() -> HistoryFile.begin(file, "b", Clock.systemUTC()))
                .isInstanceOf(HistoryException.class)
                .hasMessageContaining("exists already");
        assertThat(HistoryReader.readFile(file).entries()).hasSameSizeAs(OneOfEach.EVENTS);
    }

    @Test
    void aFactThatCannotBeWrittenIsAnError() throws Exception {
        HistoryFile history = HistoryFile.begin(folder.resolve("x.jsonl"), "x", Clock.systemUTC());
        history.close();

        assertThatThrownBy(() -> history.record(new Event.Sending("a"))).isInstanceOf(HistoryException.class);
    }

    private static int firstLineOf(byte[] bytes) {
        int end = 0;
        while (bytes[end] != '\n') {
            end++;
        }
        return end + 1;
    }

    private Path write(String process, List<Event> events) {
        return write(process, events, NOW);
    }

    private Path write(String process, List<Event> events, Instant at) {
        Path file = folder.resolve(process + ".jsonl");
        HistoryFile history = HistoryFile.begin(file, process, Clock.fixed(at, ZoneOffset.UTC));
        events.forEach(history::record);
        return file;
    }
}
