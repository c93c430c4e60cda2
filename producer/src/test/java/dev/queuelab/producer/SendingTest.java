package dev.queuelab.producer;

import static dev.queuelab.producer.ScriptedSqs.accept;
import static dev.queuelab.producer.ScriptedSqs.acceptWithoutMention;
import static dev.queuelab.producer.ScriptedSqs.connectionLost;
import static dev.queuelab.producer.ScriptedSqs.fail;
import static dev.queuelab.producer.ScriptedSqs.failEntries;
import static dev.queuelab.producer.ScriptedSqs.loseReply;
import static dev.queuelab.producer.ScriptedSqs.refusal;
import static java.util.Collections.nCopies;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.queuelab.core.history.Event;
import dev.queuelab.core.history.Event.SendFailed;
import dev.queuelab.core.history.Event.Sending;
import dev.queuelab.core.history.Event.Sent;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SendingTest {
    private final Rig rig = new Rig();

    @Test
    void sendsTenMessagesInOneCallByDefault() {
        int code = rig.run();

        assertThat(code).isZero();
        assertThat(rig.sqs.stored).hasSize(10);
        assertThat(rig.sqs.calls)
                .singleElement()
                .satisfies(call -> assertThat(call.queueUrl()).isEqualTo(Rig.QUEUE));
        assertThat(rig.out.toString())
                .startsWith("sent 10 messages in 0.00 s: 1 batches, 1 calls (0 failed), 0 tries repeated, "
                        + "0 failed entries, 0 not sent; seed 4711")
                .hasLineCount(1);
        assertThat(rig.err.toString()).isEmpty();
    }

    @Test
    void cutsTheLastBatchToTheNumberAskedFor() {
        rig.run("--n", "10", "--batch-size", "4");

        assertThat(rig.sqs.calls).extracting(call -> call.entries().size()).containsExactly(4, 4, 2);
    }

    @Test
    void cutsBatchesToOneMebibyte() {
        rig.run("--n", "10", "--run-id", "x".repeat(200_000));

        assertThat(rig.sqs.calls).extracting(call -> call.entries().size()).containsExactly(5, 5);
    }

    @Test
    void recordsEachMessageBeforeAndAfterItIsSent() {
        rig.run("--n", "2", "--batch-size", "1", "--poison-every", "2");

        assertThat(rig.history)
                .extracting(event -> event.getClass().getSimpleName())
                .containsExactly("Started", "Sending", "Sent", "Sending", "Sent", "Stopped");
        assertThat(rig.recorded(Sent.class)).extracting(Sent::messageId).containsExactly("message-1", "message-2");
        assertThat(rig.recorded(Sent.class)).extracting(Sent::poison).containsExactly(false, true);
        assertThat(rig.recorded(Sent.class))
                .extracting(Sent::id)
                .isEqualTo(rig.recorded(Sending.class).stream().map(Sending::id).toList())
                .allSatisfy(id -> assertThat(rig.sqs.stored).anyMatch(body -> body.contains(id)));
        assertThat(rig.recorded(Event.Stopped.class))
                .containsExactly(new Event.Stopped("sent all", Map.of("Sqs.SendMessageBatch", 1L)));
    }

    @Test
    void triesFailedEntriesAgainAndOnlyThem() {
        rig.sqs.then(failEntries("InternalError", false, 1, 3));

        int code = rig.run("--n", "5");

        assertThat(code).isZero();
        assertThat(rig.sqs.calls).extracting(call -> call.entries().size()).containsExactly(5, 2);
        assertThat(rig.sqs.stored).hasSize(5).doesNotHaveDuplicates();
        assertThat(rig.recorded(SendFailed.class))
                .extracting(SendFailed::reason, SendFailed::willRetry)
                .containsOnly(tuple("InternalError: as scripted", true))
                .hasSize(2);
        assertThat(rig.recorded(Sending.class)).hasSize(7);
        assertThat(rig.recorded(Sent.class)).hasSize(5);
        assertThat(rig.out.toString()).contains("1 batches, 2 calls (0 failed), 2 tries repeated, 2 failed entries");
    }

    @Test
    void triesAgainWhatAnAnswerDoesNotMention() {
        rig.sqs.then(acceptWithoutMention());

        assertThat(rig.run("--n", "1")).isZero();

        assertThat(rig.sqs.calls).hasSize(2);
        assertThat(rig.recorded(SendFailed.class)).hasSize(1);
    }

    @Test
    void doesNotTryAgainWhatIsTheSendersFault() {
        rig.sqs.then(failEntries("InvalidMessageContents", true, 0));

        int code = rig.run("--n", "3");

        assertThat(code).isEqualTo(1);
        assertThat(rig.sqs.calls).hasSize(1);
        assertThat(rig.recorded(SendFailed.class))
                .singleElement()
                .satisfies(failed -> assertThat(failed.willRetry()).isFalse());
        assertThat(rig.err.toString()).contains("1 of 3 messages were not sent");
        assertThat(rig.out.toString()).startsWith("sent 2 messages").contains("1 not sent");
    }

    @Test
    void waitsOutThrottlingServerErrorsAndTheNetwork() {
        rig.sqs.then(fail(refusal(400, "RequestThrottled")), fail(refusal(503, "Unavailable")), fail(connectionLost()));

        int code = rig.run("--n", "2");

        assertThat(code).isZero();
        assertThat(rig.timeline.pauses).containsExactlyElementsOf(nCopies(3, Duration.ofSeconds(1)));
        assertThat(rig.out.toString()).contains("4 calls (3 failed), 6 tries repeated, 0 failed entries");
    }

    @Test
    void sendsTwiceToAStandardQueueWhatItDoesNotKnowToHaveArrived() {
        rig.sqs.then(loseReply());

        assertThat(rig.run("--n", "1")).isZero();

        assertThat(rig.sqs.stored).hasSize(2).containsOnly(rig.sqs.stored.get(0));
        assertThat(rig.recorded(Sent.class)).hasSize(1);
    }

    @Test
    void givesAMessageUpAfterEightTriesAndGoesOn() {
        nCopies(8, failEntries("InternalError", false, 0)).forEach(rig.sqs::then);

        int code = rig.run("--n", "2", "--batch-size", "1");

        assertThat(code).isEqualTo(1);
        assertThat(rig.sqs.calls).hasSize(9);
        assertThat(rig.sqs.stored).hasSize(1);
        assertThat(rig.recorded(SendFailed.class))
                .extracting(SendFailed::willRetry)
                .containsExactly(true, true, true, true, true, true, true, false);
        assertThat(rig.timeline.pauses).hasSize(7);
    }

    @Test
    void sendsAMessageThatSucceedsAtTheEighthTry() {
        nCopies(7, fail(connectionLost())).forEach(rig.sqs::then);

        assertThat(rig.run("--n", "1")).isZero();

        assertThat(rig.sqs.calls).hasSize(8);
    }

    @ParameterizedTest
    @ValueSource(strings = {"QueueDoesNotExist", "AWS.SimpleQueueService.NonExistentQueue", "AccessDenied"})
    void endsWhenTheQueueRefusesForGood(String errorCode) {
        rig.sqs.then(accept(), fail(refusal(400, errorCode)));

        int code = rig.run("--n", "50");

        assertThat(code).isEqualTo(1);
        assertThat(rig.sqs.calls).hasSize(2);
        assertThat(rig.timeline.pauses).isEmpty();
        assertThat(rig.err.toString())
                .startsWith(Rig.QUEUE + ": ")
                .contains("40 of 50 messages were not sent")
                .hasLineCount(1);
        assertThat(rig.out.toString()).startsWith("sent 10 messages").contains("40 not sent");
        assertThat(rig.recorded(SendFailed.class))
                .hasSize(10)
                .extracting(SendFailed::willRetry)
                .containsOnly(false);
        assertThat(rig.history.get(rig.history.size() - 1)).isInstanceOf(Event.Stopped.class);
    }

    @Test
    void keepsToTheRate() {
        rig.run("--n", "11", "--rate", "5");

        assertThat(rig.timeline.pauses).containsExactlyElementsOf(nCopies(10, Duration.ofMillis(200)));
        assertThat(rig.out.toString()).startsWith("sent 11 messages in 2.00 s (5.5/s)");
    }

    @Test
    void tellsEveryFiveSecondsHowItGoes() {
        rig.run("--n", "12", "--rate", "1");

        List<String> lines = rig.err.toString().lines().toList();
        assertThat(lines).containsExactly("sent 6 of 12, 0 tries repeated", "sent 11 of 12, 0 tries repeated");
    }

    @Test
    void recordsTheFlagsInForce() {
        rig.run("--n", "3", "--rate", "2.5", "--run-id", "r1");

        assertThat(rig.recorded(Event.Started.class)).singleElement().satisfies(started -> {
            assertThat(started.role()).isEqualTo("producer");
            assertThat(started.pid()).isEqualTo(ProcessHandle.current().pid());
            assertThat(started.settings())
                    .containsEntry("--n", "3")
                    .containsEntry("--rate", "2.5")
                    .containsEntry("--run-id", "r1")
                    .containsEntry("--seed", "4711")
                    .containsEntry("--batch-size", "10")
                    .containsEntry("--queue-url", Rig.QUEUE)
                    .doesNotContainKeys("--help", "--profile", "--region");
        });
    }
}
