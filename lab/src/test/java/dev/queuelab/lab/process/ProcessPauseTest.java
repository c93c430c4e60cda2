package dev.queuelab.lab.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.queuelab.lab.waiting.Wait;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProcessPauseTest {
    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final String STOPPED = "T";

    @TempDir
    private Path temp;

    private ChildProcess child;

    @BeforeEach
    void start() throws IOException {
        assumeThat(Path.of("/proc/self/stat"))
                .as("the kernel says the state of a process")
                .exists();
        Process process = new ProcessBuilder("sleep", "600").start();
        child = new ChildProcess("child", process, temp.resolve("child.log"), line -> {});
    }

    @AfterEach
    void end() {
        child.kill();
    }

    @Test
    void aPausedProcessStandsStillUntilItIsResumed() {
        child.pause();
        Wait.atMost(PATIENCE, "the process to stand still").until(this::state, STOPPED::equals);

        child.resume();
        Wait.atMost(PATIENCE, "the process to go on").until(this::state, state -> !state.equals(STOPPED));
        assertThat(child.isAlive()).isTrue();
    }

    @Test
    void aPausedProcessThatIsToEndDoes() {
        child.pause();
        child.terminate();

        assertThat(child.awaitExit(PATIENCE)).isEqualTo(128 + 15);
    }

    @Test
    void toResumeWhatIsNotPausedChangesNothing() throws IOException {
        child.resume();

        assertThat(state()).isNotEqualTo(STOPPED);
    }

    @Test
    void aProcessThatIsGoneCannotBePaused() {
        ProcessPause pause = new ProcessPause();
        child.kill();
        child.awaitExit(PATIENCE);

        assertThatThrownBy(() -> pause.begin(List.of(child.pid())))
                .isInstanceOf(ChildException.class)
                .hasMessageStartingWith("cannot pause a process: ");
    }

    /** The third field of its line in {@code /proc}, after the name in parentheses. */
    private String state() throws IOException {
        String line = Files.readString(Path.of("/proc", Long.toString(child.pid()), "stat"));
        return line.substring(line.lastIndexOf(')') + 2).split(" ", 2)[0];
    }
}
