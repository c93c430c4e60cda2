package dev.queuelab.producer.cli;

import static dev.queuelab.producer.cli.ScriptedSqs.accept;
import static dev.queuelab.producer.cli.ScriptedSqs.connectionLost;
import static dev.queuelab.producer.cli.ScriptedSqs.fail;
import static dev.queuelab.producer.cli.ScriptedSqs.failEntries;
import static dev.queuelab.producer.cli.ScriptedSqs.loseReply;
import static dev.queuelab.producer.cli.ScriptedSqs.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import dev.queuelab.producer.message.MessageFactory;
import dev.queuelab.producer.message.OutgoingMessage;
import dev.queuelab.producer.message.PoisonPlan;
import dev.queuelab.producer.message.RandomStreams;
import dev.queuelab.producer.message.Routing;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import software.amazon.awssdk.services.sqs.model.SendMessageBatchRequest;
import software.amazon.awssdk.services.sqs.model.SendMessageBatchRequestEntry;

class FifoTest {
    private final ProducerFixture producer = new ProducerFixture();

    @BeforeEach
    void sendToAFifoQueue() {
        producer.environment.put("QUEUE_URL", ProducerFixture.FIFO_QUEUE);
    }

    private static List<String> bodiesInOrder(int count) {
        return new MessageFactory(
                        new RandomStreams(ProducerFixture.ANY_SEED),
                        Optional.empty(),
                        Optional.empty(),
                        PoisonPlan.NONE,
                        Optional.empty(),
                        Routing.NONE)
                .next(count).stream().map(OutgoingMessage::body).toList();
    }

    private Stream<SendMessageBatchRequestEntry> entries() {
        return producer.sqs.calls.stream().map(SendMessageBatchRequest::entries).flatMap(List::stream);
    }

    @Test
    void putsAllInOneGroupAndNamesEachForDeduplication() {
        producer.run("--n", "20");

        assertThat(entries().map(SendMessageBatchRequestEntry::messageGroupId)).containsOnly("queue-lab");
        assertThat(entries()).allMatch(entry -> entry.messageBody().contains(entry.messageDeduplicationId()));
        assertThat(producer.sqs.stored).isEqualTo(bodiesInOrder(20));
    }

    @Test
    void leavesBothOutOnAStandardQueue() {
        producer.run("--queue-url", ProducerFixture.QUEUE);

        assertThat(entries())
                .hasSize(10)
                .allMatch(entry -> entry.messageGroupId() == null && entry.messageDeduplicationId() == null);
    }

    static Stream<List<ScriptedSqs.Step>> failures() {
        return Stream.of(
                List.of(fail(connectionLost()), fail(refusal(503, "Unavailable"))),
                List.of(loseReply(), loseReply()),
                List.of(accept(), fail(refusal(400, "RequestThrottled")), loseReply()),
                List.of(failEntries("InternalError", false, 3, 4), failEntries("InternalError", false, 0, 1)),
                List.of(
                        failEntries("InternalError", false, 0, 1, 2, 3, 4),
                        failEntries("InternalError", false, 2, 3, 4)));
    }

    @ParameterizedTest
    @MethodSource("failures")
    void keepsTheOrderAndRepeatsNothing(List<ScriptedSqs.Step> failures) {
        failures.forEach(producer.sqs::then);

        int code = producer.run("--n", "15", "--batch-size", "5");

        assertThat(code).isZero();
        assertThat(producer.sqs.stored).isEqualTo(bodiesInOrder(15));
    }

    @Test
    void keepsTheOrderOfWhatFailedTogether() {
        producer.sqs.then(failEntries("InternalError", false, 1, 3));

        producer.run("--n", "10", "--batch-size", "5");

        List<String> bodies = bodiesInOrder(10);
        assertThat(producer.sqs.stored)
                .as("the queue took 2 and 4 ahead of 1 and 3, which come next, before the second batch")
                .startsWith(bodies.get(0), bodies.get(2), bodies.get(4), bodies.get(1), bodies.get(3))
                .endsWith(bodies.subList(5, 10).toArray(String[]::new));
    }

    static Stream<List<String>> idsThatSqsWouldRefuseOrTakeForOne() {
        String tooLong = "x".repeat(128);
        return Stream.of(
                List.of("null", "null"),
                List.of("\"\"", "\"\""),
                List.of("\"a b\"", "\"a c\""),
                List.of("\"\u00fc\"", "\"\u00f6\""),
                List.of("\"" + tooLong + "1\"", "\"" + tooLong + "2\""));
    }

    @ParameterizedTest
    @MethodSource("idsThatSqsWouldRefuseOrTakeForOne")
    void givesDifferentMessagesDifferentIdsThatSqsAccepts(List<String> ids, @TempDir Path folder) throws IOException {
        Path file = Files.write(
                folder.resolve("fields.jsonl"),
                ids.stream().map(id -> "{\"id\":" + id + "}").toList());

        producer.run("--n", "2", "--fields-from", file.toString(), "--group-by", "id");

        assertThat(producer.sqs.stored).hasSize(2);
        assertThat(entries().map(SendMessageBatchRequestEntry::messageDeduplicationId))
                .doesNotHaveDuplicates()
                .allMatch(deduplicationId -> deduplicationId.matches("[\\x21-\\x7E]{1,128}"));
        assertThat(entries().map(SendMessageBatchRequestEntry::messageGroupId))
                .allMatch(group -> group.matches("[\\x21-\\x7E]{1,128}"));
    }
}
