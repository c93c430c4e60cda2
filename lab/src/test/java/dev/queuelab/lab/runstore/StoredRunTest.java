package dev.queuelab.lab.runstore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.queuelab.core.trace.MessageTrace;
import dev.queuelab.core.trace.QueueSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StoredRunTest {
    @TempDir
    private Path runs;

    @Test
    void whatWasWrittenIsReadBack() {
        RunFolder folder = SampleRun.passed(runs);

        StoredRun run = StoredRun.read(folder.path());

        assertThat(run.info())
                .contains(SampleRun.info(SampleRun.BEGIN, Optional.empty()).withQueue(SampleRun.QUEUE));
        assertThat(run.outcome().orElseThrow().checks()).extracting("check").containsExactly("nothing lost");
        assertThat(run.snapshot().orElseThrow().effects()).containsOnlyKeys("a");
        assertThat(run.tables()).containsOnlyKeys("sent");
        assertThat(run.ended()).isEqualTo(SampleRun.BEGIN.plusMillis(4_500));
        assertThat(run.notes()).isEmpty();
        assertThat(run.traces().find("a").orElseThrow().isRecovered()).isTrue();
        assertThat(run.traces().find("a").orElseThrow().fate()).isEqualTo(MessageTrace.Fate.DELETED);
    }

    @Test
    void aRunThatWasKilledShowsWhatThereIs() {
        StoredRun run = StoredRun.read(SampleRun.killed(runs).path());

        assertThat(run.outcome()).isEmpty();
        assertThat(run.ended()).isEqualTo(SampleRun.BEGIN.plusSeconds(1));
        assertThat(run.notes()).singleElement().asString().contains("no verdict.json");
    }

    @Test
    void whatCannotBeReadIsNamedAndHidesNothingElse() throws IOException {
        RunFolder folder = SampleRun.passed(runs);
        Files.writeString(folder.run(), "{\"format\": 1");
        Files.writeString(folder.evidence(), "{}");
        Files.writeString(folder.steps(), "no JSON\n{\"at\": \"2026-01-01T00:00:09Z\", \"step\": \"cut sho");
        Files.writeString(folder.history("consumer-9"), "nonsense\n");

        StoredRun run = StoredRun.read(folder.path());

        assertThat(run.info()).isEmpty();
        assertThat(run.queueSettings()).isEqualTo(QueueSettings.UNKNOWN);
        assertThat(run.snapshot()).isEmpty();
        assertThat(run.history().entries()).hasSize(11);
        assertThat(run.notes())
                .anyMatch(note -> note.startsWith("run.json could not be read"))
                .anyMatch(note -> note.startsWith("evidence.json could not be read"))
                .anyMatch(note -> note.startsWith("1 lines of steps.jsonl"))
                .anyMatch(note -> note.startsWith("Left out a history") && note.contains("consumer-9"));
    }

    @Test
    void theLatestRunIsFoundByItsLink() {
        RunFolder folder = SampleRun.killed(runs);

        assertThat(StoredRun.find(runs.resolve("latest"))).isEqualTo(folder);
    }

    @Test
    void whereTheFileSystemHasNoLinksAFileNamesTheLatestRun() throws IOException {
        RunFolder folder = SampleRun.killed(runs);
        Files.delete(runs.resolve("latest"));
        Files.writeString(runs.resolve("latest"), folder.path().getFileName() + "\n");

        assertThat(StoredRun.find(runs.resolve("latest"))).isEqualTo(folder);
    }

    @Test
    void anotherFolderIsRefused() {
        assertThatThrownBy(() -> StoredRun.read(runs))
                .isInstanceOf(NoSuchRunException.class)
                .hasMessageContainingAll(runs.toString(), "neither run.json nor history/");
        assertThatThrownBy(() -> StoredRun.read(runs.resolve("none"))).isInstanceOf(NoSuchRunException.class);
    }
}
