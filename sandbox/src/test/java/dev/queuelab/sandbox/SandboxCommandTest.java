package dev.queuelab.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

class SandboxCommandTest {
    @TempDir
    private Path folder = Path.of("");

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    void writesTheOutputsAndSaysThatItIsReady() {
        Path outputs = folder.resolve("made/for/it/outputs.json");

        int exitCode = run("--outputs", outputs.toString());

        assertThat(exitCode).isZero();
        assertThat(out.toString())
                .matches("sandbox ready: sqs http://127\\.0\\.0\\.1:\\d+, dynamodb http://127\\.0\\.0\\.1:\\d+, "
                        + StackList.builtIn().stacks().size() + " stacks\\R");
        assertThat(outputs).content().contains("\"scenarios\"", "/000000000000/sqs-demo-happy\"");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            --sqs-port           | 70000       | from 0 to 65535
            --dynamodb-port      | -1          | from 0 to 65535
            --dynamodb-port      | http        | from 0 to 65535
            --visibility-timeout | 43201       | from 0 to 43200
            --visibility-timeout | 2.5         | from 0 to 43200
            --receive-wait       | 21          | from 0 to 20
            --project-name       | my_project  | letters, digits and hyphens
            --region             | moon        | such as us-west-1
            """)
    void refusesWhatIsOutOfRange(String option, String value, String accepted) {
        int exitCode = run(option + "=" + value);

        assertThat(exitCode).isEqualTo(2);
        assertThat(err.toString()).contains(option, "'" + value + "'", accepted, "--help");
        assertThat(out.toString()).isEmpty();
    }

    @Test
    void refusesAProjectNameThatMakesQueueNamesTooLong() {
        int exitCode = run("--project-name", "p".repeat(80));

        assertThat(exitCode).isEqualTo(2);
        assertThat(err.toString()).contains("--project-name", "at most 80");
    }

    @Test
    void refusesOnePortForTwoServices() {
        int exitCode = run("--sqs-port=4566", "--dynamodb-port=4566");

        assertThat(exitCode).isEqualTo(2);
        assertThat(err.toString()).contains("--dynamodb-port", "4566", "its own port");
    }

    @Test
    void acceptsAStackWithoutSettings() throws Exception {
        Path list = Files.writeString(folder.resolve("stacks.json"), "{\"mine\": {}}");
        Path outputs = folder.resolve("outputs.json");

        assertThat(run("--stacks", list.toString(), "--outputs", outputs.toString()))
                .isZero();

        assertThat(outputs).content().contains("/000000000000/sqs-demo-mine\"", "\"fifo\": false");
    }

    @Test
    void refusesAListOfStacksThatIsNone() throws Exception {
        Path list = Files.writeString(folder.resolve("stacks.json"), "{\"happy\": {\"fifo\": \"no\"}}");

        int exitCode = run("--stacks", list.toString());

        assertThat(exitCode).isEqualTo(2);
        assertThat(err.toString()).contains("--stacks", list.toString(), "'happy'", "{\"fifo\": true}");
    }

    @Test
    void refusesAnOptionThatItDoesNotKnow() {
        assertThat(run("--colour")).isEqualTo(2);
        assertThat(err.toString()).contains("--colour");
    }

    @ParameterizedTest
    @ValueSource(strings = {"--sqs-port", "--dynamodb-port"})
    void saysWhichPortIsTaken(String option) throws Exception {
        try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            int exitCode = run(option, "" + other.getLocalPort());

            assertThat(exitCode).isEqualTo(1);
            assertThat(err.toString().lines())
                    .singleElement()
                    .asString()
                    .contains("could not start", "port " + other.getLocalPort(), option, "taken");
            assertThat(out.toString()).isEmpty();
        }
    }

    @Test
    void saysThatTheOutputsCannotBeWritten() throws Exception {
        Path file = Files.createFile(folder.resolve("file"));

        int exitCode = run("--outputs", file.resolve("outputs.json").toString());

        assertThat(exitCode).isEqualTo(1);
        assertThat(err.toString()).contains("--outputs", file.toString());
    }

    @Test
    void helpNamesTheExitCodes() {
        assertThat(run("--help")).isZero();
        assertThat(out.toString()).contains("--exit-on-stdin-eof", "Exit codes:", "43200", "(default: sqs-demo)");
    }

    /** Runs the command with a latch that is already released, so that it stops as soon as it is ready. */
    private int run(String... args) {
        ShutdownLatch shutdown = ShutdownLatch.manual();
        shutdown.release();
        CommandLine command = SandboxCommand.commandLine(InputStream.nullInputStream(), shutdown)
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true));
        return command.execute(args);
    }
}
