package dev.queuelab.lab.runstore;

import static org.assertj.core.api.Assertions.assertThat;

import dev.queuelab.scenarios.check.CheckOutcome;
import dev.queuelab.scenarios.check.Table;
import dev.queuelab.scenarios.check.Verdict;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RecordingListenerTest {
    @TempDir
    private Path temp;

    @Test
    void stepsAndChecksAreInTheFileBeforeTheyArePassedOn() {
        RunFolder folder = new RunFolder(temp);
        Clock clock = Clock.fixed(Instant.parse("2026-01-01T00:00:00Z"), ZoneOffset.UTC);
        List<Integer> linesWhenPassedOn = new ArrayList<>();
        RunListener next = new RunListener() {
            @Override
            public void step(String text) {
                linesWhenPassedOn.add(lines(folder).size());
            }

            @Override
            public void checked(CheckOutcome outcome) {
                linesWhenPassedOn.add(lines(folder).size());
            }

            @Override
            public void table(String name, Table table) {
                linesWhenPassedOn.add(lines(folder).size());
            }

            @Override
            public void childLine(String child, String line) {
                linesWhenPassedOn.add(lines(folder).size());
            }
        };

        try (RecordingListener recorder = new RecordingListener(folder, next, clock)) {
            recorder.step("queue \"drained\"");
            recorder.childLine("consumer-1", "is kept in its own log");
            recorder.checked(new CheckOutcome("nothing lost", Verdict.FAIL, "1 of 3 lost"));
        }

        assertThat(linesWhenPassedOn).containsExactly(1, 1, 2);
        assertThat(lines(folder))
                .containsExactly(
                        "{\"at\":\"2026-01-01T00:00:00Z\",\"step\":\"queue \\\"drained\\\"\"}",
                        "{\"at\":\"2026-01-01T00:00:00Z\",\"check\":\"nothing lost\",\"verdict\":\"FAIL\","
                                + "\"findings\":[\"1 of 3 lost\"]}");
    }

    private static List<String> lines(RunFolder folder) {
        try {
            return Files.readAllLines(folder.steps());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
