package dev.queuelab.gateway.history;

import static org.assertj.core.api.Assertions.assertThat;

import dev.queuelab.gateway.call.Service;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Effects in the record of calls. */
class PerformancesTest {
    private static final CallFact.Called CALLED = new CallFact.Called(
            1, Instant.EPOCH, "consumer-1", Optional.of(Service.EFFECTS), "PostEffect", "effects", 1, List.of());
    private static final CallFact.Performed PERFORMED =
            new CallFact.Performed(1, Instant.EPOCH, "k", Optional.of("a"), 2);
    private static final CallFact.Performed NAMELESS =
            new CallFact.Performed(2, Instant.EPOCH, "l", Optional.empty(), 1);

    @TempDir
    private Path folder;

    @Test
    void aPerformanceIsReadBackThoughItsCallHasNoReply() {
        Path file = record(CALLED, PERFORMED, NAMELESS);

        assertThat(CallReader.performances(file)).containsExactly(PERFORMED, NAMELESS);
        assertThat(CallReader.read(file)).containsExactly(new CallRecord(CALLED, Optional.empty()));
    }

    @Test
    void aLineThatIsCutShortIsLeftOut() throws Exception {
        Path file = record(PERFORMED);
        Files.writeString(file, "{\"event\":\"perf", StandardOpenOption.APPEND);

        assertThat(CallReader.performances(file)).containsExactly(PERFORMED);
    }

    private Path record(CallFact... facts) {
        Path path = folder.resolve("calls.jsonl");
        try (CallFile file = CallFile.begin(path)) {
            List.of(facts).forEach(file::record);
        }
        return path;
    }
}
