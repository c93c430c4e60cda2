package dev.queuelab.producer.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.queuelab.core.history.Event;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.sqs.model.SendMessageBatchRequest;
import software.amazon.awssdk.services.sqs.model.SendMessageBatchRequestEntry;
import software.amazon.awssdk.services.sqs.model.SendMessageBatchResponse;

/** Several batches at once. */
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class ConcurrencyTest {
    private final ProducerFixture producer = new ProducerFixture();

    @Test
    void asManyBatchesAreSentAtOnceAsIsAsked() {
        CyclicBarrier three = new CyclicBarrier(3);
        ScriptedSqs.Step together = beforeAccept(() -> await(three));
        producer.sqs.then(together, together, together);

        assertThat(producer.run("--n", "30", "--concurrency", "3")).isZero();

        assertThat(producer.sqs.stored).hasSize(30);
        assertThat(producer.recorded(Event.Sent.class)).hasSize(30);
        assertThat(producer.out.toString()).startsWith("sent 30 messages").contains("3 batches, 3 calls (0 failed)");
    }

    @Test
    void whenTheQueueRefusesForGoodNoMoreIsSentAndAllThatWasNotIsCounted() {
        CyclicBarrier two = new CyclicBarrier(2);
        producer.sqs.then(beforeAccept(() -> await(two)), (sqs, request) -> {
            await(two);
            throw ScriptedSqs.refusal(403, "AccessDenied");
        });

        int code = producer.run("--n", "1000", "--concurrency", "2");

        assertThat(code).isEqualTo(1);
        assertThat(producer.sqs.calls).hasSizeLessThan(100);
        assertThat(producer.err.toString()).contains("AccessDenied");
        assertThat(producer.out.toString())
                .startsWith("sent " + producer.sqs.stored.size() + " messages")
                .contains((1000 - producer.sqs.stored.size()) + " not sent");
    }

    @Test
    void batchesOfOneGroupAreSentOneAfterTheOther(@TempDir Path folder) throws Exception {
        CountDownLatch otherGroup = new CountDownLatch(1);
        producer.sqs.then(
                beforeAccept(() -> await(otherGroup)), // of one group, held until the other one is sent
                beforeAccept(otherGroup::countDown)); // which the second call therefore must be
        Path file = Files.write(
                folder.resolve("fields.jsonl"),
                List.of("{\"g\":\"a\",\"k\":1}", "{\"g\":\"a\",\"k\":2}", "{\"g\":\"b\",\"k\":3}"));

        producer.run(
                "--queue-url", ProducerFixture.FIFO_QUEUE,
                "--n", "3",
                "--batch-size", "1",
                "--concurrency", "3",
                "--fields-from", file.toString(),
                "--group-by", "g");

        assertThat(producer.sqs.calls.stream()
                        .map(SendMessageBatchRequest::entries)
                        .map(entries -> entries.get(0))
                        .map(SendMessageBatchRequestEntry::messageGroupId))
                .endsWith("a")
                .containsExactlyInAnyOrder("a", "b", "a");
        assertThat(producer.sqs.stored.stream().filter(body -> body.contains("\"g\":\"a\"")))
                .satisfiesExactly(
                        first -> assertThat(first).contains("\"k\":1"),
                        last -> assertThat(last).contains("\"k\":2"));
    }

    private static ScriptedSqs.Step beforeAccept(Runnable action) {
        return (sqs, request) -> {
            action.run();
            return accept(sqs, request);
        };
    }

    private static SendMessageBatchResponse accept(ScriptedSqs sqs, SendMessageBatchRequest request) {
        synchronized (sqs) {
            return ScriptedSqs.accept().result(sqs, request);
        }
    }

    private static void await(CyclicBarrier barrier) {
        try {
            barrier.await();
        } catch (InterruptedException | BrokenBarrierException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
