package dev.queuelab.runner.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.awaitility.Awaitility.await;

import dev.queuelab.core.history.Event;
import dev.queuelab.gateway.history.CallReader;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** A run that is ended in its middle, when a consumer is at work and paused. */
@ExtendWith(SharedProject.class)
class SuddenEndIT {
    /** 5 s are promised; a machine that is busy with a build gets more. */
    private static final Duration TO_VANISH = Duration.ofSeconds(30);

    private final Project project;
    private final Path temp;
    private Program dup;

    SuddenEndIT(Project project, @TempDir Path temp) {
        this.project = project;
        this.temp = temp;
        this.dup = project.runner(temp, "dup", "--gateway");
    }

    @BeforeEach
    void awaitTheMiddle() {
        dup.awaitLine("consumer-1 was paused");
    }

    @AfterEach
    void end() {
        dup.close();
    }

    @Test
    void killedRunnerLeavesFactsAndNoProcess() {
        List<ProcessHandle> children = dup.children();

        dup.kill();

        assertThat(dup.exitCode()).isEqualTo(137);
        assertGone(children);
        Run run = Run.latest(temp.resolve("runs"));
        assertThat(run.json("run.json").path("scenario").asText()).isEqualTo("dup");
        assertThat(run.folder()).isDirectoryNotContaining("glob:**/verdict.json");
        assertThat(run.facts(Event.Sent.class)).hasSize(3);
        assertThat(run.facts(Event.Received.class)).isNotEmpty();
        assertThat(CallReader.read(run.folder().resolve("calls.jsonl")))
                .anySatisfy(call -> assertThat(call.called().operation()).startsWith("SendMessage"))
                .anySatisfy(call -> assertThat(call.called().process()).isEqualTo("consumer-1"));
        assertThat(project.runner(temp, "history").exitsWith(0))
                .contains("producer-1 Sent[", "consumer-1 Received[", " events; the run has no verdict");
        assertThat(project.runner(temp, "history", run.folder().toString()).exitsWith(0))
                .contains("no verdict");
    }

    @Test
    void interruptedRunnerEndsItsChildrenFirst() throws IOException {
        assumeThat(Program.interruptIsIgnored())
                .as("who started these tests ignores SIGINT, and so do their children")
                .isFalse();
        List<ProcessHandle> children = dup.children();

        dup.interrupt();

        assertThat(dup.exitCode()).isEqualTo(130);
        assertGone(children);
    }

    @Test
    void deathOfAConsumerLeavesTheRunUnjudged() {
        Run run = Run.latest(temp.resolve("runs"));
        List<ProcessHandle> children = dup.children();
        long pid = run.facts(Event.Started.class).stream()
                .filter(started -> started.role().equals("consumer"))
                .findFirst()
                .orElseThrow()
                .pid();

        ProcessHandle.of(pid).orElseThrow().destroyForcibly();

        String output = dup.exitsWith(3);
        String sentence = "consumer-1 ended unasked with exit code 137";
        assertThat(output).contains("UNKNOWN dup in ", sentence);
        assertThat(run.verdict().path("verdict").asText()).isEqualTo("UNKNOWN");
        assertThat(run.verdict().path("trouble").asText()).contains(sentence);
        assertGone(children);
    }

    private static void assertGone(List<ProcessHandle> children) {
        assertThat(children).as("the sandbox and a consumer").hasSizeGreaterThanOrEqualTo(2);
        long begin = System.nanoTime();
        await("the end of " + children)
                .atMost(TO_VANISH)
                .pollDelay(Duration.ZERO)
                .until(() -> children.stream().noneMatch(ProcessHandle::isAlive));
        System.out.printf("no child was left %d ms after the runner%n", (System.nanoTime() - begin) / 1_000_000);
    }
}
