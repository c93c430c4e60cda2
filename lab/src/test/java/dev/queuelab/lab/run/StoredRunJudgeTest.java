package dev.queuelab.lab.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.queuelab.lab.run.StoredRunJudge.Judgement;
import dev.queuelab.lab.runstore.RunFolder;
import dev.queuelab.lab.runstore.SampleRun;
import dev.queuelab.scenarios.check.CheckOutcome;
import dev.queuelab.scenarios.check.Verdict;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StoredRunJudgeTest {
    @TempDir
    private Path runs;

    @Test
    void aRunIsJudgedByItsFolderAlone() {
        Judgement judgement = StoredRunJudge.judge(SampleRun.passed(runs).path());

        assertThat(judgement.verdict()).isEqualTo(Verdict.PASS);
        assertThat(judgement.before()).contains(Verdict.PASS);
        assertThat(judgement.checks())
                .extracting(CheckOutcome::check)
                .startsWith("histories complete")
                .contains("nothing lost", "redelivery seen");
    }

    @Test
    void anEventThatWasRemovedIsMissed() throws IOException {
        RunFolder folder = SampleRun.passed(runs);
        Path history = folder.history("consumer-2");
        List<String> lines = Files.readAllLines(history);
        lines.remove(1);
        Files.write(history, lines);

        Judgement judgement = StoredRunJudge.judge(folder.path());

        assertThat(judgement.verdict()).isEqualTo(Verdict.FAIL);
        assertThat(judgement.checks().get(0).finding()).contains("consumer-2");
    }

    @Test
    void aRunThatWasKilledCannotBeJudged() {
        RunFolder folder = SampleRun.killed(runs);

        assertThatThrownBy(() -> StoredRunJudge.judge(folder.path()))
                .isInstanceOf(NotJudgeableException.class)
                .hasMessageContaining("there is no evidence.json");
    }

    @Test
    void evidenceThatLacksSomethingIsNamed() throws IOException {
        RunFolder folder = SampleRun.passed(runs);
        Files.writeString(folder.evidence(), "{\"at\": \"2026-01-01T00:00:04Z\"}");

        assertThatThrownBy(() -> StoredRunJudge.judge(folder.path()))
                .isInstanceOf(NotJudgeableException.class)
                .hasMessageContaining("evidence.json could not be read");
    }
}
