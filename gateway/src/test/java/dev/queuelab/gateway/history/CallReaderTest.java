package dev.queuelab.gateway.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.queuelab.core.history.HistoryException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CallReaderTest {
    private final Path file;

    CallReaderTest(@TempDir Path temp) {
        this.file = temp.resolve("calls.jsonl");
    }

    private void write(List<CallFact> facts) {
        try (CallFile calls = CallFile.begin(file)) {
            facts.forEach(calls::record);
        }
    }

    @Test
    void whatWasWrittenIsRead() {
        List<CallFact> facts = new CallFacts()
                .called("c", "ReceiveMessage")
                .answered("{'messageId': 'm', 'id': 'a', 'receiveCount': 2, 'sentAt': '2026-01-01T00:00:00Z'}")
                .called("c", "DeleteMessage", "{'messageId': 'm', 'handle': 'h'}")
                .lost()
                .all();
        write(facts);

        assertThat(CallReader.read(file))
                .containsExactly(
                        new CallRecord((CallFact.Called) facts.get(0), Optional.of((CallFact.Replied) facts.get(1))),
                        new CallRecord((CallFact.Called) facts.get(2), Optional.of((CallFact.Replied) facts.get(3))));
    }

    @Test
    void aCallThatNamesNothingIsReadAsItWas() {
        CallFact.Called unknown = new CallFact.Called(1, Instant.EPOCH, "c", Optional.empty(), "", "", 1, List.of());
        write(List.of(unknown));

        assertThat(CallReader.read(file)).containsExactly(new CallRecord(unknown, Optional.empty()));
        assertThat(WireHistory.of(CallReader.read(file)).history().entries()).isEmpty();
    }

    @Test
    void aCallWithoutAReplyIsOpen() {
        write(new CallFacts().called("c", "ReceiveMessage").all());

        assertThat(CallReader.read(file))
                .singleElement()
                .satisfies(call -> assertThat(call.replied()).isEmpty());
    }

    @Test
    void aLineThatWasCutShortIsLeftOut() throws IOException {
        write(new CallFacts().called("c", "ReceiveMessage").all());
        Files.writeString(file, "{\"event\":\"repl", StandardOpenOption.APPEND);

        assertThat(CallReader.read(file)).hasSize(1);
    }

    @Test
    void aLineThatIsNoFactIsNamed() throws IOException {
        Files.writeString(file, "{\"event\":\"nonsense\"}\n");

        assertThatThrownBy(() -> CallReader.read(file))
                .isInstanceOf(HistoryException.class)
                .hasMessageContaining("calls.jsonl:1 is not a line of a record of calls");
    }

    @Test
    void aFileThatIsNotThereIsNamed() {
        assertThatThrownBy(() -> CallReader.read(file))
                .isInstanceOf(HistoryException.class)
                .hasMessageContaining("calls.jsonl: no such file or directory");
    }
}
