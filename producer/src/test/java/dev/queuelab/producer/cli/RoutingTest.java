package dev.queuelab.producer.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.sqs.model.SendMessageBatchRequestEntry;

/** Messages that the queue holds back, each for the time in a field of its own. */
class RoutingTest {
    private final ProducerFixture producer = new ProducerFixture();

    @TempDir
    private Path folder;

    @Test
    void eachMessageIsHeldBackForItsOwnTime() throws IOException {
        int code = producer.run(
                "--n", "3", "--fields-from", file("{\"d\":0}", "{\"d\":7}", "{\"d\":900}"), "--delay-by", "d");

        assertThat(code).isZero();
        assertThat(producer.sqs.calls)
                .singleElement()
                .satisfies(call -> assertThat(call.entries())
                        .extracting(SendMessageBatchRequestEntry::delaySeconds)
                        .containsExactly(null, 7, 900));
    }

    @Test
    void withoutTheFlagNothingIsHeldBack() throws IOException {
        producer.run("--n", "1", "--fields-from", file("{\"d\":7}"));

        assertThat(producer.sqs.calls.get(0).entries())
                .extracting(SendMessageBatchRequestEntry::delaySeconds)
                .containsOnlyNulls();
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"d\":-1}", "{\"d\":901}", "{\"d\":1.5}", "{\"d\":\"7\"}", "{\"d\":null}", "{\"e\":7}"})
    void aDelayThatTheQueueWouldRefuseIsRefusedBeforeAnythingIsSent(String line) throws IOException {
        String file = file("{\"d\":1}", line);

        int code = producer.run("--n", "2", "--fields-from", file, "--delay-by", "d");

        assertThat(code).isEqualTo(2);
        assertThat(producer.err.toString())
                .contains("--delay-by d is not accepted: expected a whole number from 0 to 900 in each line of " + file
                        + ", but line 2 is " + line);
        assertThat(producer.sqs.calls).isEmpty();
    }

    @Test
    void aFieldNamesTheTenantOnAStandardQueue() throws IOException {
        String file = file("{\"t\":\"a\"}", "{\"t\":7}", "{\"u\":\"a\"}");

        producer.run("--n", "3", "--fields-from", file, "--group-by", "t");

        assertThat(producer.sqs.calls.get(0).entries())
                .extracting(SendMessageBatchRequestEntry::messageGroupId)
                .containsExactly("a", "7", null);
        assertThat(producer.sqs.calls.get(0).entries())
                .extracting(SendMessageBatchRequestEntry::messageDeduplicationId)
                .containsOnlyNulls();
    }

    @Test
    void aDelayNeedsAFileThatHasIt() {
        assertThat(producer.run("--delay-by", "work")).isEqualTo(2);

        assertThat(producer.err.toString())
                .contains("--delay-by work is not accepted: expected --fields-from, with work in each line");
    }

    @Test
    void aFifoQueueHoldsNoSingleMessageBack() throws IOException {
        int code = producer.run(
                "--queue-url",
                ProducerFixture.FIFO_QUEUE,
                "--n",
                "1",
                "--fields-from",
                file("{\"d\":7}"),
                "--delay-by",
                "d");

        assertThat(code).isEqualTo(2);
        assertThat(producer.err.toString()).contains("a FIFO queue delays all of its messages alike, or none");
        assertThat(producer.sqs.calls).isEmpty();
    }

    private String file(String... lines) throws IOException {
        return Files.write(folder.resolve("fields.jsonl"), Arrays.asList(lines)).toString();
    }
}
