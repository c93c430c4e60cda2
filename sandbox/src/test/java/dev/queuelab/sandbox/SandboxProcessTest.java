package dev.queuelab.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What only a process of its own can show: how it ends, and what it leaves. */
@Timeout(value = 120, threadMode = Timeout.ThreadMode.SEPARATE_THREAD) // a read of its output cannot be interrupted
class SandboxProcessTest {
    @TempDir
    private static Path folder = Path.of("");

    @SuppressWarnings("NullAway.Init") // set by each test
    private Process process;

    @AfterEach
    void neverLeaveItRunning() {
        process.destroyForcibly();
    }

    @Test
    void endsInOrderOnSigterm() throws Exception {
        start("-Djava.io.tmpdir=" + folder);

        process.toHandle().destroy(); // Process.destroy would end its standard input, too

        assertThat(process.waitFor(10, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).isZero();
        assertThat(process.inputReader().readLine()).isNull();
        assertThat(left()).isEmpty();
    }

    @Test
    void endsWhenItsParentLetsGoOfItsInput() throws Exception {
        start("-Djava.io.tmpdir=" + folder);

        process.getOutputStream().close();

        assertThat(process.waitFor(10, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).isEqualTo(ParentWatch.ORPHANED);
        assertThat(left()).isEmpty();
    }

    /** Whose digits are not those of JSON. */
    @Test
    void startsInAnArabicLocale() throws IOException {
        start("-Duser.language=ar", "-Duser.country=EG");
    }

    /** Java ignores TMPDIR. */
    @Test
    void unpacksItsLibraryWhereTmpdirSays() throws Exception {
        Path missing = folder.resolve("missing");
        ProcessBuilder sandbox = command();
        sandbox.environment().put("TMPDIR", missing.toString());
        process = sandbox.redirectErrorStream(true).start();

        assertThat(process.inputReader().lines()).anyMatch(line -> line.contains("native library from " + missing));
        assertThat(process.waitFor(10, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).isOne();
    }

    private void start(String... javaOptions) throws IOException {
        process = command(javaOptions)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        assertThat(process.inputReader().readLine()).startsWith("sandbox ready: ");
    }

    private static ProcessBuilder command(String... javaOptions) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC"));
        command.addAll(List.of(javaOptions));
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), SandboxMain.class.getName()));
        command.add("--exit-on-stdin-eof");
        return new ProcessBuilder(command);
    }

    private static List<Path> left() throws IOException {
        try (var files = Files.list(folder)) {
            return files.toList();
        }
    }
}
