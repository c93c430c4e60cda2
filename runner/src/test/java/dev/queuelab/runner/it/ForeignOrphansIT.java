package dev.queuelab.runner.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** A program that is not ours need not watch anything, and may start others: none of them outlives the runner. */
@ExtendWith(SharedProject.class)
class ForeignOrphansIT {
    private static final Duration TO_VANISH = Duration.ofSeconds(30);

    /** A runner or reaper that has not come to look cannot know of them. */
    private static final Duration LONG_ENOUGH_TO_BE_SEEN = Duration.ofSeconds(3);

    /** Takes no notice of SIGTERM or of standard input, and has two processes besides the shell's own. */
    private static final String STUBBORN = "sh -c 'trap \"\" TERM; sleep 300 & sleep 300; true'";

    /** A heap above the reaper's own greatest one, with which it would not start. */
    private static final Map<String, String> REAPER_KILLING = Map.of("JAVA_TOOL_OPTIONS", "-Xms20m");

    private final Program happy;

    ForeignOrphansIT(Project project, @TempDir Path temp) {
        happy = project.runner(temp, REAPER_KILLING, "happy", "--consumer-cmd=" + STUBBORN);
    }

    @BeforeEach
    void awaitTheConsumer() {
        happy.awaitLine("consumer-1 started");
        await().atMost(TO_VANISH)
                .during(LONG_ENOUGH_TO_BE_SEEN)
                .until(() -> sleepers(happy.children()).size() == 2);
    }

    @AfterEach
    void end() {
        happy.close();
    }

    @Test
    void killedRunnerLeavesNoProcess() {
        List<ProcessHandle> children = happy.children();

        happy.kill();

        await("the end of " + children)
                .atMost(TO_VANISH)
                .until(() -> children.stream().noneMatch(ProcessHandle::isAlive));
    }

    private static List<ProcessHandle> sleepers(List<ProcessHandle> processes) {
        return processes.stream()
                .filter(process -> process.info().command().orElse("").endsWith("sleep"))
                .toList();
    }

    @Test
    void aProgramThatNobodyNeedsAnyMoreIsEndedWithAllThatItStarted() {
        List<ProcessHandle> children = happy.children();
        ProcessHandle shell = sleepers(children).get(0).parent().orElseThrow();

        shell.destroyForcibly(); // unasked, so the play ends there

        assertThat(happy.exitsWith(3)).contains("consumer-1 ended unasked with exit code 137");
        await("the end of " + children)
                .atMost(TO_VANISH)
                .until(() -> children.stream().noneMatch(ProcessHandle::isAlive));
    }
}
