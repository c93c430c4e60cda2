package dev.queuelab.gateway.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.queuelab.core.process.Shutdown;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;

class GatewayCommandTest {
    private static final String SQS = "--sqs=http://127.0.0.1:1";

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            --port=a=0              | expected --sqs URL for an emulator, or --aws REGION for AWS itself
            --aws=nowhere           | --aws: 'nowhere' is not accepted: expected a region such as us-west-1
            --aws=us-west-1 --sqs=http://h:1 | http://h:1 is not accepted with --aws: expected a URL with https
            --aws=us-west-1 --dynamodb=http://h:1 | http://h:1 is not accepted with --aws
            --sqs=https://sqs.us-west-1.amazonaws.com | is AWS's, which takes only calls that are signed for it: add --aws REGION
            --sqs=http://h:1 --dynamodb=https://dynamodb.us-west-1.amazonaws.com | add --aws REGION
            --sqs=localhost:1       | 'localhost:1' is not accepted: expected a URL such as
            --sqs=http://h:1 --port=a=70000 | --port: 70000 is not accepted: expected 0 to 65535
            --sqs=http://h:1 --port=a=x     | 'x' is not an int
            --sqs=http://h:1 --fault=nope   | there is no fault 'nope': expected one of
            --sqs=http://h:1 --faults=nowhere.json | cannot read nowhere.json: no such file or directory
            --sqs=http://h:1 --history=/dev/null   | /dev/null exists already
            --sqs=http://h:1 --history=/nowhere/x  | cannot begin a record of calls at /nowhere/x: no such file or directory
            --sqs=http://h:1 --decisions=/dev/null | /dev/null exists already
            --sqs=http://h:1 --seed=x | 'x' is not a long
            """)
    void aWrongCommandLineIsRefusedWithASentence(String arguments, String sentence) {
        assertThat(run(Shutdown.never(), arguments.split(" "))).isEqualTo(2);

        assertThat(err.toString()).contains(sentence, "--help lists the options");
    }

    @Test
    void itPrintsAUrlForEachProgramAndEndsWhenAsked() throws IOException {
        Shutdown asked = Shutdown.never();
        asked.request();
        Path history = folder.resolve("calls.jsonl");

        int code = run(asked, SQS, "--port=producer=0", "--port=consumer=0", "--history=" + history);

        assertThat(code).isZero();
        assertThat(out.toString().lines())
                .hasSize(2)
                .allMatch(line -> line.matches("gateway ready: (producer|consumer) http://127\\.0\\.0\\.1:\\d+"));
        assertThat(Files.readString(history)).isEmpty();
    }

    @Test
    void beforeAwsItPrintsWhatCallersMustSignWith() {
        Shutdown asked = Shutdown.never();
        asked.request();

        assertThat(run(asked, "--aws=us-west-1")).isZero();

        assertThat(out.toString().lines())
                .satisfiesExactly(
                        line -> assertThat(line).startsWith("gateway ready: client http://127.0.0.1:"),
                        line -> assertThat(line).matches("AWS_ACCESS_KEY_ID=[A-Z0-9]{20}"),
                        line -> assertThat(line).matches("AWS_SECRET_ACCESS_KEY=[A-Za-z0-9_-]{40}"),
                        line -> assertThat(line).isEqualTo("AWS_REGION=us-west-1"));
    }

    private int run(Shutdown shutdown, String... arguments) {
        CommandLine command = GatewayCommand.commandLine(shutdown, Clock.systemUTC());
        return command.setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(arguments);
    }
}
