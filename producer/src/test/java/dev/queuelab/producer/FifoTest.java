package dev.queuelab.producer;

import static dev.queuelab.producer.ScriptedSqs.accept;
import static dev.queuelab.producer.ScriptedSqs.connectionLost;
import static dev.queuelab.producer.ScriptedSqs.fail;
import static dev.queuelab.producer.ScriptedSqs.failEntries;
import static dev.queuelab.producer.ScriptedSqs.loseReply;
import static dev.queuelab.producer.ScriptedSqs.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import software.amazon.awssdk.services.sqs.model.SendMessageBatchRequest;
import software.amazon.awssdk.services.sqs.model.SendMessageBatchRequestEntry;

class FifoTest {
    private final Rig rig = new Rig();

    @BeforeEach
    void sendToAFifoQueue() {
        rig.environment.put("QUEUE_URL", Rig.FIFO_QUEUE);
    }

    private static List<String> bodiesInOrder(int count) {
        return new MessageFactory(
                        new Seeds(Rig.ANY_SEED), Optional.empty(), PoisonPlan.NONE, Optional.empty(), Routing.NONE)
                .next(count).stream().map(Draft::body).toList();
    }

    private Stream<SendMessageBatchRequestEntry> entries() {
        return rig.sqs.calls.stream().map(SendMessageBatchRequest::entries).flatMap(List::stream);
    }

    @Test
    void putsAllInOneGroupAndNamesEachForDeduplication() {
        rig.run("--n", "20");

        assertThat(entries().map(SendMessageBatchRequestEntry::messageGroupId)).containsOnly("queue-lab");
        assertThat(entries()).allMatch(entry -> entry.messageBody().contains(entry.messageDeduplicationId()));
        assertThat(rig.sqs.stored).isEqualTo(bodiesInOrder(20));
    }

    @Test
    void leavesBothOutOnAStandardQueue() {
        rig.run("--queue-url", Rig.QUEUE);

        assertThat(entries())
                .hasSize(10)
                .allMatch(entry -> entry.messageGroupId() == null && entry.messageDeduplicationId() == null);
    }

    static Stream<List<ScriptedSqs.Step>> troubles() {
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
    @MethodSource("troubles")
    void keepsTheOrderAndRepeatsNothing(List<ScriptedSqs.Step> troubles) {
        troubles.forEach(rig.sqs::then);

        int code = rig.run("--n", "15", "--batch-size", "5");

        assertThat(code).isZero();
        assertThat(rig.sqs.stored).isEqualTo(bodiesInOrder(15));
    }

    @Test
    void keepsTheOrderOfWhatFailedTogether() {
        rig.sqs.then(failEntries("InternalError", false, 1, 3));

        rig.run("--n", "10", "--batch-size", "5");

        List<String> bodies = bodiesInOrder(10);
        assertThat(rig.sqs.stored)
                .as("the queue took 2 and 4 ahead of 1 and 3, which come next, before the second batch")
                .startsWith(bodies.get(0), bodies.get(2), bodies.get(4), bodies.get(1), bodies.get(3))
                .endsWith(bodies.subList(5, 10).toArray(String[]::new));
    }
}
