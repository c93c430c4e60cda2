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
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HistoryFileTest {
    private static final Instant NOW = Instant.parse("2026-01-02T03:04:05.678901Z");
    private static final List<Event> ONE_OF_EACH = List.of(
            new Event.Started("consumer", 42, Map.of("MAX_MESSAGES", "10")),
            new Event.Sending("a"),
            new Event.Sent("a", "m-1", true),
            new Event.SendFailed("a", "throttled", true),
            new Event.Received("a", "m-1", 2, NOW, null),
            new Event.Skipped("a", "biz:order_id:7", SkipReason.EFFECT_FOUND),
            new Event.EffectAttempted("a", "a"),
            new Event.EffectPerformed("a", "a", 1),
            new Event.Completed("a"),
            new Event.Deleted("a", "m-1"),
            new Event.DeleteStale("a", "m-1", "expired"),
            new Event.HandedBack("a", "m-1"),
            new Event.Rejected("a", "m-1", "its \"id\" \n is odd"),
            new Event.Failed("a", "m-1", "performing the effect", "down"),
            new Event.Expired("a", "m-1", 4_001),
            new Event.Crashed("a", "after receive"),
            new Event.ShutdownRequested(),
            new Event.Stopped("idle timeout", Map.of("Sqs.ReceiveMessage", 3L)),
            new Event.Signalled("consumer-1", "TERM"),
            new Event.Exited("consumer-1", 0),
            new Event.QueueSeen("consumer-1", Event.QueueSeen.BEFORE_SIGNAL, 2, 1),
            new Event.PurgeAnswered(false, "AWS.SimpleQueueService.PurgeQueueInProgress"),
            new Event.RedriveSeen("RUNNING", 2, 5),
            new Event.ScalingDecided(1, 2, 40, 3.5, "11 waiting became 40"));

    @TempDir
    private Path folder;

    @Test
    void everyKindOfFactComesBackAsItWas() {
        Path file = write("c", ONE_OF_EACH);

        History history = HistoryReader.readFile(file);

        assertThat(history.entries()).extracting(Entry::event).containsExactlyElementsOf(ONE_OF_EACH);
        assertThat(history.entries()).extracting(Entry::seq).startsWith(1L, 2L, 3L);
        assertThat(history.entries()).allSatisfy(entry -> assertThat(entry.at()).isEqualTo(NOW));
        assertThat(ONE_OF_EACH)
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
    void aLastLineCutShortIsToldApartAtWhateverPlaceItWasCut() throws Exception {
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
    void aWholeLineThatIsNoFactIsAnErrorThatNamesItsPlace() throws Exception {
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
        Path file = write("a", ONE_OF_EACH);

        assertThatThrownBy(() -> HistoryFile.begin(file, "b", Clock.systemUTC()))
                .isInstanceOf(HistoryException.class)
                .hasMessageContaining("exists already");
        assertThat(HistoryReader.readFile(file).entries()).hasSameSizeAs(ONE_OF_EACH);
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
