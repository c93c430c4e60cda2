package dev.queuelab.consumer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.queuelab.core.history.Event;
import dev.queuelab.core.payload.Payload;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EffectLogTest {
    @TempDir
    private Path folder;

    private final ConsumerFixture fixture = new ConsumerFixture();

    @Test
    void eachEffectLeavesALineAndARepetitionNone() {
        fixture.queue.gives(List.of(
                FakeQueue.message("m-1", "{\"id\":\"a\",\"sequence\":1}"),
                FakeQueue.message("m-2", "{\"id\":\"b\",\"sequence\":\"second\"}"),
                FakeQueue.message("m-3", "{\"id\":\"a\",\"sequence\":1}")));

        fixture.run("SIDE_EFFECT_LOG_PATH", file().toString());

        assertThat(file()).hasContent("1\nsecond\n");
    }

    @Test
    void withoutTheFieldNothingIsBegun() {
        fixture.queue.gives("a");

        fixture.run("SIDE_EFFECT_LOG_PATH", file().toString(), "SIDE_EFFECT_LOG_FIELD", "step");

        assertThat(fixture.facts.all(Event.Rejected.class))
                .containsExactly(
                        new Event.Rejected("a", "a", "it has no field step, which SIDE_EFFECT_LOG_FIELD names"));
        assertThat(fixture.calls).allMatch(call -> call.startsWith("receive"));
        assertThat(file()).doesNotExist();
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\\nb", "a\\rb", "a\\n", "\\n", "\\ud800"})
    void aFieldThatWouldSpoilTheLogIsRejected(String value) {
        EffectLog log = EffectLog.of(Samples.settings("SIDE_EFFECT_LOG_PATH", file().toString()));
        Payload payload = Payload.parse("{\"sequence\":\"" + value + "\"}");

        assertThatThrownBy(() -> log.lineOf(payload))
                .isInstanceOf(InvalidMessageException.class)
                .hasMessageStartingWith("its field sequence holds");
    }

    @Test
    void withoutAPathNoFieldIsNeeded() {
        fixture.queue.gives("a");

        assertThat(fixture.run().processed()).isEqualTo(1);
    }

    @Test
    void aLogThatCannotBeWrittenLeavesTheMessage() {
        fixture.queue.gives(List.of(FakeQueue.message("m-1", "{\"id\":\"a\",\"sequence\":1}")));

        fixture.run("SIDE_EFFECT_LOG_PATH", folder.resolve("no-folder/log").toString());

        assertThat(fixture.facts.all(Event.Failed.class))
                .singleElement()
                .satisfies(fact -> assertThat(fact.step()).isEqualTo("writing to SIDE_EFFECT_LOG_PATH"));
        assertThat(fixture.calls).doesNotContain("delete m-1");
    }

    @Test
    void aLogOnAFullDiskLeavesTheMessageWithTheReasonRecorded() {
        assumeThat(Path.of("/dev/full")).as("only Linux has it").exists();
        fixture.queue.gives(List.of(FakeQueue.message("m-1", "{\"id\":\"a\",\"sequence\":1}")));

        RunSummary summary = fixture.run("SIDE_EFFECT_LOG_PATH", "/dev/full");

        assertThat(summary.processed()).isZero();
        assertThat(fixture.facts.all(Event.Failed.class))
                .containsExactly(new Event.Failed(
                        "a",
                        "m-1",
                        "writing to SIDE_EFFECT_LOG_PATH",
                        "/dev/full: java.io.IOException: No space left on device"));
        assertThat(fixture.calls).doesNotContain("delete m-1");
    }

    private Path file() {
        return folder.resolve("effects.log");
    }
}
