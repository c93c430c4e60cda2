package dev.queuelab.producer.cli;

import static dev.queuelab.producer.cli.ScriptedSqs.accept;
import static dev.queuelab.producer.cli.ScriptedSqs.acceptWithoutMention;
import static dev.queuelab.producer.cli.ScriptedSqs.connectionLost;
import static dev.queuelab.producer.cli.ScriptedSqs.fail;
import static dev.queuelab.producer.cli.ScriptedSqs.failEntries;
import static dev.queuelab.producer.cli.ScriptedSqs.loseReply;
import static dev.queuelab.producer.cli.ScriptedSqs.refusal;
import static java.util.Collections.nCopies;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.queuelab.core.history.Event;
import dev.queuelab.core.history.Event.SendFailed;
import dev.queuelab.core.history.Event.Sending;
import dev.queuelab.core.history.Event.Sent;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SendingTest {
    private final ProducerFixture producer = new ProducerFixture();

    @Test
    void sendsTenMessagesInOneCallByDefault() {
        int code = producer.run();

        assertThat(code).isZero();
        assertThat(producer.sqs.stored).hasSize(10);
        assertThat(producer.sqs.calls)
                .singleElement()
                .satisfies(call -> assertThat(call.queueUrl()).isEqualTo(ProducerFixture.QUEUE));
        assertThat(producer.out.toString())
                .startsWith("sent 10 messages in 0.00 s: 1 batches, 1 calls (0 failed), 0 tries repeated, "
                        + "0 failed entries, 0 not sent; seed 4711")
                .hasLineCount(1);
        assertThat(producer.err.toString()).isEmpty();
    }

    @Test
    void cutsTheLastBatchToTheNumberAskedFor() {
        producer.run("--n", "10", "--batch-size", "4");

        assertThat(producer.sqs.calls).extracting(call -> call.entries().size()).containsExactly(4, 4, 2);
    }

    @Test
    void cutsBatchesToOneMebibyte() {
        producer.run("--n", "10", "--run-id", "x".repeat(200_000));

        assertThat(producer.sqs.calls).extracting(call -> call.entries().size()).containsExactly(5, 5);
    }

    @Test
    void aMessageThatNoCallCanCarryIsNotSentAndTheOthersAre(@TempDir Path folder) throws IOException {
        String small = "{\"x\":\"a\"}\n";
        String large = "{\"x\":\"" + "a".repeat(1 << 20) + "\"}\n";
        Path file = Files.writeString(folder.resolve("fields.jsonl"), small + large + small);

        int code = producer.run("--n", "3", "--fields-from", file.toString());

        assertThat(code).isEqualTo(1);
        assertThat(producer.sqs.stored).hasSize(2).allMatch(body -> body.length() < 200);
        assertThat(producer.recorded(SendFailed.class)).singleElement().satisfies(failed -> {
            assertThat(failed.willRetry()).isFalse();
            assertThat(failed.reason()).contains("bytes, and SQS takes at most 1048576");
        });
        assertThat(producer.out.toString()).startsWith("sent 2 messages").contains("1 not sent");
        assertThat(producer.err.toString()).contains("1 of 3 messages were not sent");
    }

    @Test
    void recordsEachMessageBeforeAndAfterItIsSent() {
        producer.run("--n", "2", "--batch-size", "1", "--poison-every", "2");

        assertThat(producer.history)
                .extracting(event -> event.getClass().getSimpleName())
                .containsExactly("Started", "Sending", "Sent", "Sending", "Sent", "Stopped");
        assertThat(producer.recorded(Sent.class)).extracting(Sent::messageId).containsExactly("message-1", "message-2");
        assertThat(producer.recorded(Sent.class)).extracting(Sent::poison).containsExactly(false, true);
        assertThat(producer.recorded(Sent.class))
                .extracting(Sent::id)
                .isEqualTo(producer.recorded(Sending.class).stream()
                        .map(Sending::id)
                        .toList())
                .allSatisfy(id -> assertThat(producer.sqs.stored).anyMatch(body -> body.contains(id)));
        assertThat(producer.recorded(Event.Stopped.class))
                .containsExactly(new Event.Stopped("sent all", Map.of("Sqs.SendMessageBatch", 1L)));
    }

    @Test
    void triesFailedEntriesAgainAndOnlyThem() {
        producer.sqs.then(failEntries("InternalError", false, 1, 3));

        int code = producer.run("--n", "5");

        assertThat(code).isZero();
        assertThat(producer.sqs.calls).extracting(call -> call.entries().size()).containsExactly(5, 2);
        assertThat(producer.sqs.stored).hasSize(5).doesNotHaveDuplicates();
        assertThat(producer.recorded(SendFailed.class))
                .extracting(SendFailed::reason, SendFailed::willRetry)
                .containsOnly(tuple("InternalError: as scripted", true))
                .hasSize(2);
        assertThat(producer.recorded(Sending.class)).hasSize(7);
        assertThat(producer.recorded(Sent.class)).hasSize(5);
        assertThat(producer.out.toString())
                .contains("1 batches, 2 calls (0 failed), 2 tries repeated, 2 failed entries");
    }

    @Test
    void triesAgainWhatAnAnswerDoesNotMention() {
        producer.sqs.then(acceptWithoutMention());

        assertThat(producer.run("--n", "1")).isZero();

        assertThat(producer.sqs.calls).hasSize(2);
        assertThat(producer.recorded(SendFailed.class)).hasSize(1);
    }

    @Test
    void keepsTryingWhateverTheReasonOnceTheQueueHasTakenAMessage() {
        producer.sqs
                .then(accept(), fail(refusal(403, "AccessDenied")))
                .then(nCopies(20, fail(refusal(500, "InternalFailure"))).toArray(ScriptedSqs.Step[]::new))
                .then(fail(refusal(400, "QueueDoesNotExist")));

        int code = producer.run("--n", "2", "--batch-size", "1", "--keep-trying");

        assertThat(code).isZero();
        assertThat(producer.sqs.stored).hasSize(2);
        assertThat(producer.recorded(SendFailed.class)).hasSize(22).allMatch(SendFailed::willRetry);
    }

    @Test
    void aQueueThatHasTakenNothingIsNotWaitedForEndlessly() {
        producer.sqs.then(fail(refusal(403, "AccessDenied")));

        assertThat(producer.run("--n", "2", "--keep-trying")).isEqualTo(1);
        assertThat(producer.sqs.calls).hasSize(1);
    }

    @Test
    void doesNotTryAgainWhatIsTheSendersFault() {
        producer.sqs.then(failEntries("InvalidMessageContents", true, 0));

        int code = producer.run("--n", "3");

        assertThat(code).isEqualTo(1);
        assertThat(producer.sqs.calls).hasSize(1);
        assertThat(producer.recorded(SendFailed.class))
                .singleElement()
                .satisfies(failed -> assertThat(failed.willRetry()).isFalse());
        assertThat(producer.err.toString()).contains("1 of 3 messages were not sent");
        assertThat(producer.out.toString()).startsWith("sent 2 messages").contains("1 not sent");
    }

    @Test
    void waitsOutThrottlingServerErrorsAndTheNetwork() {
        producer.sqs.then(
                fail(refusal(400, "RequestThrottled")), fail(refusal(503, "Unavailable")), fail(connectionLost()));

        int code = producer.run("--n", "2");

        assertThat(code).isZero();
        assertThat(producer.clock.pauses).containsExactlyElementsOf(nCopies(3, Duration.ofSeconds(1)));
        assertThat(producer.out.toString()).contains("4 calls (3 failed), 6 tries repeated, 0 failed entries");
    }

    @Test
    void sendsTwiceToAStandardQueueWhatItDoesNotKnowToHaveArrived() {
        producer.sqs.then(loseReply());

        assertThat(producer.run("--n", "1")).isZero();

        assertThat(producer.sqs.stored).hasSize(2).containsOnly(producer.sqs.stored.get(0));
        assertThat(producer.recorded(Sent.class)).hasSize(1);
    }

    @Test
    void givesAMessageUpAfterEightTriesAndGoesOn() {
        nCopies(8, failEntries("InternalError", false, 0)).forEach(producer.sqs::then);

        int code = producer.run("--n", "2", "--batch-size", "1");

        assertThat(code).isEqualTo(1);
        assertThat(producer.sqs.calls).hasSize(9);
        assertThat(producer.sqs.stored).hasSize(1);
        assertThat(producer.recorded(SendFailed.class))
                .extracting(SendFailed::willRetry)
                .containsExactly(true, true, true, true, true, true, true, false);
        assertThat(producer.clock.pauses).hasSize(7);
    }

    @Test
    void sendsAMessageThatSucceedsAtTheEighthTry() {
        nCopies(7, fail(connectionLost())).forEach(producer.sqs::then);

        assertThat(producer.run("--n", "1")).isZero();

        assertThat(producer.sqs.calls).hasSize(8);
    }

    @ParameterizedTest
    @ValueSource(strings = {"QueueDoesNotExist", "AWS.SimpleQueueService.NonExistentQueue", "AccessDenied"})
    void endsWhenTheQueueRefusesForGood(String errorCode) {
        producer.sqs.then(accept(), fail(refusal(400, errorCode)));

        int code = producer.run("--n", "50");

        assertThat(code).isEqualTo(1);
        assertThat(producer.sqs.calls).hasSize(2);
        assertThat(producer.clock.pauses).isEmpty();
        assertThat(producer.err.toString())
                .startsWith(ProducerFixture.QUEUE + ": ")
                .contains("40 of 50 messages were not sent")
                .hasLineCount(1);
        assertThat(producer.out.toString()).startsWith("sent 10 messages").contains("40 not sent");
        assertThat(producer.recorded(SendFailed.class))
                .hasSize(10)
                .extracting(SendFailed::willRetry)
                .containsOnly(false);
        assertThat(producer.history.get(producer.history.size() - 1)).isInstanceOf(Event.Stopped.class);
    }

    @Test
    void keepsToTheRate() {
        producer.run("--n", "11", "--rate", "5");

        assertThat(producer.clock.pauses).containsExactlyElementsOf(nCopies(10, Duration.ofMillis(200)));
        assertThat(producer.out.toString()).startsWith("sent 11 messages in 2.00 s (5.5/s)");
    }

    @Test
    void printsItsProgressEveryFiveSeconds() {
        producer.run("--n", "12", "--rate", "1");

        List<String> lines = producer.err.toString().lines().toList();
        assertThat(lines).containsExactly("sent 6 of 12, 0 tries repeated", "sent 11 of 12, 0 tries repeated");
    }

    @Test
    void recordsTheFlagsInForce() {
        producer.run("--n", "3", "--rate", "2.5", "--run-id", "r1");

        assertThat(producer.recorded(Event.Started.class)).singleElement().satisfies(started -> {
            assertThat(started.role()).isEqualTo("producer");
            assertThat(started.pid()).isEqualTo(ProcessHandle.current().pid());
            assertThat(started.settings())
                    .containsEntry("--n", "3")
                    .containsEntry("--rate", "2.5")
                    .containsEntry("--run-id", "r1")
                    .containsEntry("--seed", "4711")
                    .containsEntry("--batch-size", "10")
                    .containsEntry("--queue-url", ProducerFixture.QUEUE)
                    .doesNotContainKeys("--help", "--profile", "--region");
        });
    }
}
