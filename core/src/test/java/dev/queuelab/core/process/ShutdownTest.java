package dev.queuelab.core.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class ShutdownTest {

    /** Works until it is asked to end, then for a little longer, and ends with code 7. */
    static final class Worker {
        private Worker() {}

        public static void main(String[] args) {
            Shutdown shutdown = Shutdown.onSignals(() -> System.out.println("asked"));
            System.out.println("working");
            while (!shutdown.requestedWithin(Duration.ofMinutes(1))) {
                System.out.println("still working");
            }
            Pause.REAL.pause(Duration.ofMillis(300));
            System.out.println("finished");
            System.exit(shutdown.finish(7));
        }
    }

    /** Ends of its own accord. */
    static final class Brief {
        private Brief() {}

        public static void main(String[] args) {
            Shutdown shutdown = Shutdown.onSignals(() -> System.out.println("asked"));
            System.exit(shutdown.finish(5));
        }
    }

    /** Lives as long as its parent. */
    static final class Watcher {
        private Watcher() {}

        public static void main(String[] args) {
            ParentWatch.start(System.in);
            System.out.println("watching");
            Pause.REAL.pause(Duration.ofMinutes(1));
        }
    }

    @Test
    void aSignalLetsTheWorkInHandFinishAndTheProgramChooseItsExitCode() throws Exception {
        Process worker = JavaChild.start(Worker.class);
        try (BufferedReader lines = worker.inputReader()) {
            assertThat(lines.readLine()).isEqualTo("working");
            worker.toHandle().destroy();
            assertThat(lines.lines()).containsExactly("asked", "finished");
        }
        assertThat(worker.waitFor()).isEqualTo(7);
    }

    @Test
    void anOrdinaryExitIsNoRequest() throws Exception {
        Process brief = JavaChild.start(Brief.class);
        try (BufferedReader lines = brief.inputReader()) {
            assertThat(lines.lines()).isEmpty();
        }
        assertThat(brief.waitFor()).isEqualTo(5);
    }

    @Test
    void aProcessEndsWithItsParent() throws Exception {
        Process watcher = JavaChild.start(Watcher.class);
        assertThat(watcher.inputReader().readLine()).isEqualTo("watching");
        assertThat(watcher.isAlive()).isTrue();

        watcher.getOutputStream().close(); // as the operating system does when the parent dies

        assertThat(watcher.waitFor(30, TimeUnit.SECONDS)).isTrue();
        assertThat(watcher.exitValue()).isEqualTo(ParentWatch.ORPHANED);
    }

    @Test
    void aRequestFromWithinEndsAWait() {
        Shutdown shutdown = Shutdown.never();
        assertThat(shutdown.requestedWithin(Duration.ZERO)).isFalse();

        shutdown.request();

        assertThat(shutdown.requestedWithin(Duration.ofDays(1))).isTrue();
        assertThat(shutdown.requested()).isTrue();
    }
}
