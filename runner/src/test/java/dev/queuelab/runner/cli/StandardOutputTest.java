package dev.queuelab.runner.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Needs a process, whose standard output leads somewhere else. */
class StandardOutputTest {

    @Test
    void outputThatCannotBeWrittenIsAnError() throws Exception {
        assumeThat(Path.of("/dev/full")).as("only Linux has it").exists();

        Process list = list("\"$@\" > /dev/full");

        assertThat(printed(list)).contains("Standard output could not be written: No space left on device");
        assertThat(list.waitFor()).isEqualTo(3);
    }

    @Test
    void aReaderThatHasSeenEnoughIsNone() throws Exception {
        Process list = list("\"$@\" | true; exit ${PIPESTATUS[0]}");

        assertThat(printed(list)).isEmpty();
        assertThat(list.waitFor()).isZero();
    }

    private static Process list(String line) throws IOException {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        List<String> command =
                List.of(java, "-cp", System.getProperty("java.class.path"), Main.class.getName(), "--list");
        return new ProcessBuilder(Stream.concat(Stream.of("bash", "-c", line, "bash"), command.stream())
                        .toList())
                .redirectErrorStream(true)
                .start();
    }

    private static String printed(Process process) throws IOException {
        return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
}
