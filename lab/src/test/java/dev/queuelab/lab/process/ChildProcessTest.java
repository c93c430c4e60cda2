package dev.queuelab.lab.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.queuelab.lab.waiting.Wait;
import dev.queuelab.lab.waiting.WaitListener;
import dev.queuelab.lab.waiting.WaitProgress;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChildProcessTest {
    private final Watched watched = new Watched();

    @TempDir
    private Path temp;

    @Test
    void aWaitForItsEndShowsWhatItPrintedLast() throws IOException {
        Duration limit = Duration.ofMinutes(1);

        int code = start("echo begun; sleep 1; exit 3").awaitExit(limit, watched);

        assertThat(code).isEqualTo(3);
        assertThat(watched.seen).isNotEmpty().allSatisfy(wait -> {
            assertThat(wait.what()).isEqualTo("child to end");
            assertThat(wait.limit()).isEqualTo(limit);
            assertThat(wait.lastSeen()).isIn("no output", "begun");
        });
        assertThat(watched.over).isEqualTo(1);
    }

    @Test
    void aWaitForItsEndHasALimit() throws IOException {
        ChildProcess child = start("echo begun; exec sleep 60");

        assertThatThrownBy(() -> child.awaitExit(Duration.ofMillis(300), watched))
                .isInstanceOf(ChildException.class)
                .hasMessageContaining("child has not ended within 0 s");
        child.kill();

        assertThat(watched.over).isEqualTo(1);
    }

    @Test
    void itIsPausedAlsoOnceWhatItStartedHasEnded() throws IOException {
        ChildProcess child = start("sleep 60 & wait; exec sleep 60");
        Wait wait = Wait.atMost(Duration.ofSeconds(60), "the grandchild to begin");
        List<ProcessHandle> started = wait.until(() -> descendants(child), family -> !family.isEmpty());
        child.pause();
        child.resume();

        started.forEach(ProcessHandle::destroyForcibly);
        Wait.atMost(Duration.ofSeconds(60), "the grandchild to end")
                .until(() -> started.get(0).isAlive(), alive -> !alive);

        assertThatCode(child::pause).doesNotThrowAnyException();
        child.kill();
    }

    private static List<ProcessHandle> descendants(ChildProcess child) {
        return ProcessHandle.of(child.pid()).orElseThrow().descendants().toList();
    }

    private ChildProcess start(String script) throws IOException {
        Process process = new ProcessBuilder("sh", "-c", script).start();
        return new ChildProcess("child", process, temp.resolve("child.log"), line -> {});
    }

    private static final class Watched implements WaitListener {
        final List<WaitProgress> seen = new ArrayList<>();
        int over;

        @Override
        public void waiting(WaitProgress wait) {
            seen.add(wait);
        }

        @Override
        public void waited() {
            over++;
        }
    }
}
