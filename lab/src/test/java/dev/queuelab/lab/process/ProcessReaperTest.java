package dev.queuelab.lab.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(120)
class ProcessReaperTest {
    private static final Duration SOON = Duration.ofSeconds(30);

    @TempDir
    private Path temp;

    @Test
    void whatItWatchesEndsWithIt() throws IOException {
        ChildProcess sleeper = sleeper();
        ProcessReaper reaper = ProcessReaper.start(command());
        reaper.watch(sleeper);

        reaper.close();

        assertThat(sleeper.endsWithin(SOON)).isTrue();
    }

    @Test
    void oneThatCannotStartRefusesWithItsOutput() {
        assertThatThrownBy(() -> ProcessReaper.start(command("-XX:+NoSuchOption")))
                .isInstanceOf(ChildException.class)
                .hasMessageContainingAll("there is none", "exit code 1", "NoSuchOption");
        assertThatThrownBy(() -> ProcessReaper.start(List.of("nosuchprogram")))
                .isInstanceOf(ChildException.class)
                .hasMessageContainingAll("there is none", "nosuchprogram");
    }

    @Test
    void oneThatHasDiedWatchesNothingMore() throws Exception {
        ChildProcess sleeper = sleeper();
        ProcessReaper reaper = ProcessReaper.start(command());
        try {
            ProcessHandle process = ProcessHandle.of(reaper.pid()).orElseThrow();
            process.destroyForcibly();
            process.onExit().get();

            assertThatThrownBy(() -> reaper.watch(sleeper))
                    .isInstanceOf(ChildException.class)
                    .hasMessageContaining("there is none");
            await().untilAsserted(() -> assertThatThrownBy(reaper::requireWell).isInstanceOf(ChildException.class));
        } finally {
            sleeper.kill();
            reaper.close();
        }
    }

    private ChildProcess sleeper() throws IOException {
        return new ChildProcess(
                "sleeper", new ProcessBuilder("sleep", "300").start(), temp.resolve("sleeper.log"), line -> {});
    }

    private static List<String> command(String... options) {
        List<String> command = new ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString()));
        command.addAll(List.of(options));
        command.addAll(
                List.of("-Xmx16m", "-cp", System.getProperty("java.class.path"), ProcessReaperMain.class.getName()));
        return command;
    }
}
