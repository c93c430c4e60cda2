package dev.queuelab.producer.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.queuelab.core.history.HistoryException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.retries.api.BackoffStrategy;

class FlagsTest {
    private final ProducerFixture producer = new ProducerFixture();

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource(
            quoteCharacter = '"',
            value = {
                "--n, -1, a whole number from 0",
                "--n, ten, a whole number from 0",
                "--n, 1.5, a whole number from 0",
                "--n, 1000000001, a whole number from 0 to 1000000000",
                "--n, 99999999999999999999, a whole number from 0",
                "--n, \"\", a whole number from 0",
                "--rate, NaN, a decimal number from 0.001 to 1000000",
                "--rate, Infinity, a decimal number",
                "--rate, -1, a decimal number",
                "--rate, 1e3, a decimal number",
                "--rate, 0x1p3, a decimal number",
                "--rate, 0.0001, a decimal number",
                "--rate, 1000001, a decimal number",
                "--rate, 99999999999999999999, a decimal number",
                "--batch-size, 0, from 1 to 10",
                "--batch-size, 11, from 1 to 10",
                "--batch-size, -3, from 1 to 10",
                "--poison-count, -1, a whole number from 0",
                "--poison-count, 11, at most --n",
                "--poison-every, -2, a whole number from 0",
                "--poison-every, x, a whole number from 0",
                "--seed, x, a whole number",
                "--seed, 9223372036854775808, a whole number",
                "--fields-from, missing.jsonl, a JSON object on each line",
                "--fields-from, pom.xml, line 1 is not one JSON object",
                "--schema-version, 1, a version as MAJOR.MINOR",
                "--schema-version, 1.x, a version as MAJOR.MINOR",
                "--run-id, \" \", not blank",
                "--region, \"\", not blank",
                "--profile, \"\", not blank",
                "--process-name, \"\", not blank",
                "--queue-url, \"\", http or https URL",
                "--queue-url, \" \", http or https URL",
                "--queue-url, queue-lab, http or https URL",
                "--queue-url, ftp://localhost/q, http or https URL",
                "--queue-url, \"http://local host/q\", http or https URL",
                "--queue-url, http:q, http or https URL",
                "--concurrency, 0, a whole number from 1 to 64",
                "--concurrency, 65, a whole number from 1 to 64",
                "--exit-on-stdin-eof, maybe, a whole number from 0",
            })
    void refusesAValueByNamingTheFlagTheValueAndWhatWouldDo(String flag, String value, String accepted) {
        int code = producer.run(flag + "=" + value);

        assertThat(code).isEqualTo(2);
        assertThat(producer.err.toString()).contains(flag, value, accepted);
        assertThat(producer.sqs.calls).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"--log-level=INFO", "--count=3", "stray"})
    void refusesWhatItDoesNotKnow(String argument) {
        assertThat(producer.run(argument)).isEqualTo(2);

        assertThat(producer.err.toString()).contains(argument, "--help");
    }

    @Test
    void asksForTheQueueIfNeitherTheFlagNorTheVariableNamesIt() {
        producer.environment.remove("QUEUE_URL");

        assertThat(producer.run()).isEqualTo(2);

        assertThat(producer.err.toString())
                .contains("no queue is named: give --queue-url URL or set the variable QUEUE_URL");
    }

    @Test
    void takesAnEmptyVariableForAnUnsetOne() {
        producer.environment.put("QUEUE_URL", "");

        assertThat(producer.run()).isEqualTo(2);

        assertThat(producer.err.toString()).contains("no queue is named");
    }

    @Test
    void prefersTheFlagToTheVariable() {
        producer.run("--queue-url", "https://sqs.eu-west-1.amazonaws.com/123456789012/other");

        assertThat(producer.sqs.calls.get(0).queueUrl())
                .isEqualTo("https://sqs.eu-west-1.amazonaws.com/123456789012/other");
    }

    @Test
    void wantsAsManyLinesOfFieldsAsThereAreMessages(@TempDir Path folder) throws Exception {
        Path file = Files.writeString(folder.resolve("fields.jsonl"), "{}\n{}\n");

        assertThat(producer.run("--n", "3", "--fields-from", file.toString())).isEqualTo(2);
        assertThat(producer.err.toString()).contains("--fields-from " + file, "--n, which is 3", "it has 2");

        assertThat(producer.run("--n", "2", "--fields-from", file.toString())).isZero();
    }

    private record Opened(QueueFlags queue, ProcessFlags process) {}

    private Opened open(String... args) {
        List<Opened> opened = new ArrayList<>();
        producer.run(
                (queue, process) -> {
                    opened.add(new Opened(queue, process));
                    throw new BadFlagException("enough", new IllegalStateException());
                },
                args);
        return opened.get(0);
    }

    @Test
    void readsWhatIsNotGivenFromTheEnvironment() {
        producer.environment.put("AWS_REGION", "eu-west-1");
        producer.environment.put("AWS_PROFILE", "left to the SDK");
        producer.environment.put("HISTORY_PATH", "h.jsonl");
        producer.environment.put("PROCESS_NAME", "producer-2");
        producer.environment.put("EXIT_ON_STDIN_EOF", "1");

        Opened opened = open();

        assertThat(opened.queue().region()).contains("eu-west-1");
        assertThat(opened.queue().profile()).isEmpty();
        assertThat(opened.process().historyPath()).contains(Path.of("h.jsonl"));
        assertThat(opened.process().name()).isEqualTo("producer-2");
        assertThat(opened.process().exitOnStdinEof()).isTrue();
    }

    @Test
    void hasDefaultsForWhatIsNeitherGivenNorInTheEnvironment() {
        Opened opened = open();

        assertThat(opened.queue().region()).isEmpty();
        assertThat(opened.queue().profile()).isEmpty();
        assertThat(opened.process().historyPath()).isEmpty();
        assertThat(opened.process().name()).isEqualTo("producer");
        assertThat(opened.process().exitOnStdinEof()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "0, --exit-on-stdin-eof, true",
        "1, --exit-on-stdin-eof, true",
        "1, --exit-on-stdin-eof=0, false",
        "0, , false"
    })
    void prefersTheSwitchToItsVariable(String variable, String flag, boolean on) {
        producer.environment.put("EXIT_ON_STDIN_EOF", variable);

        Opened opened = open(Optional.ofNullable(flag).stream().toArray(String[]::new));

        assertThat(opened.process().exitOnStdinEof()).isEqualTo(on);
    }

    @Test
    void saysWhyAFlagDidNotDoInTheEnd() {
        int code = producer.run((queue, process) -> {
            throw new BadFlagException("--history-path: h.jsonl exists already", new IllegalStateException());
        });

        assertThat(code).isEqualTo(2);
        assertThat(producer.err.toString()).contains("--history-path: h.jsonl exists already");
    }

    @Test
    void aPathThatCannotBeExpressedIsRefusedInASentence() {
        assertThat(producer.run("--history-path=a\0b")).isEqualTo(2);

        assertThat(producer.err.toString())
                .contains("--history-path", "'a\\u0000b' is not accepted")
                .doesNotContain("InvalidPathException");
    }

    @Test
    void stopsWithASentenceIfItsHistoryCannotBeWritten() {
        var context = new ProducerContext(
                producer.sqs,
                Map::of,
                BackoffStrategy.retryImmediately(),
                event -> {
                    throw new HistoryException("the disk is full");
                },
                producer.clock,
                false);

        assertThat(producer.run((queue, process) -> context)).isEqualTo(1);

        assertThat(producer.err.toString()).isEqualToIgnoringNewLines("the disk is full");
        assertThat(producer.sqs.calls).isEmpty();
    }

    @Test
    void explainsItself() {
        assertThat(producer.run("--help")).isZero();

        assertThat(producer.out.toString())
                .contains("Exit codes:", "0 ", "1 ", "2 ")
                .contains(List.of(
                        "--n",
                        "--rate",
                        "--batch-size",
                        "--poison-count",
                        "--poison-every",
                        "--queue-url",
                        "--region",
                        "--profile",
                        "--seed",
                        "--run-id",
                        "--history-path",
                        "--process-name",
                        "--exit-on-stdin-eof"))
                .doesNotContain("<");
    }
}
