package dev.queuelab.lab.runstore;

import static org.assertj.core.api.Assertions.assertThat;

import dev.queuelab.scenarios.check.Check;
import dev.queuelab.scenarios.check.Judgement;
import dev.queuelab.scenarios.check.Table;
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
    void stepsAndChecksAreInTheFileByTheTimeTheyAreTold() {
        RunFolder folder = new RunFolder(temp, "run");
        Clock clock = Clock.fixed(Instant.parse("2026-01-01T00:00:00Z"), ZoneOffset.UTC);
        List<Integer> linesWhenTold = new ArrayList<>();
        RunListener told = new RunListener() {
            @Override
            public void step(String text) {
                linesWhenTold.add(lines(folder).size());
            }

            @Override
            public void checked(Check.Result result) {
                linesWhenTold.add(lines(folder).size());
            }

            @Override
            public void shown(String name, Table table) {
                linesWhenTold.add(lines(folder).size());
            }

            @Override
            public void childLine(String child, String line) {
                linesWhenTold.add(lines(folder).size());
            }
        };

        try (RecordingListener narrator = new RecordingListener(folder, told, clock)) {
            narrator.step("queue \"drained\"");
            narrator.childLine("consumer-1", "is kept in its own log");
            narrator.checked(new Check.Result("nothing lost", Judgement.fail("1 of 3 lost")));
        }

        assertThat(linesWhenTold).containsExactly(1, 1, 2);
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
