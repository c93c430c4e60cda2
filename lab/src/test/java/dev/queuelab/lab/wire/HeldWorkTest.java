package dev.queuelab.lab.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.queuelab.gateway.call.Body;
import dev.queuelab.gateway.call.Call;
import dev.queuelab.gateway.call.Headers;
import dev.queuelab.gateway.call.Reply;
import dev.queuelab.gateway.call.Subjects;
import dev.queuelab.gateway.fault.Encounter;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class HeldWorkTest {
    private static final Reply.Answer DONE = new Reply.Answer(200, Headers.of(Map.of()), Body.of("{}"));
    private static final Duration LONG = Duration.ofHours(1);
    private static final String HANDLE = "{\"ReceiptHandle\": \"h\"}";

    private final AtomicBoolean alive = new AtomicBoolean(true);
    private final Subjects subjects = new Subjects(false);
    private final HeldWork work = new HeldWork(LONG, alive::get);

    @AfterEach
    void letHeldCallsEnd() {
        alive.set(false);
    }

    /** Sends it on a thread of its own, since it may be held. */
    private CompletableFuture<Reply> call(HeldWork held, String target, String request) {
        Call call = Call.of(1, "c", "POST", "/", Headers.of(Map.of("X-Amz-Target", List.of(target))), Body.of(request));
        Encounter encounter = new Encounter("", subjects.of(call));
        return CompletableFuture.supplyAsync(() -> held.intercept(call, encounter, forwarded -> DONE));
    }

    private CompletableFuture<Reply> effect(HeldWork held) {
        return call(
                held,
                "DynamoDB_20120810.PutItem",
                "{\"Item\": {\"message_id\": {\"S\": \"a\"}, \"times_performed\": {\"N\": \"1\"}}}");
    }

    private CompletableFuture<Reply> delete(HeldWork held) {
        return call(held, "AmazonSQS.DeleteMessage", HANDLE);
    }

    private void received() {
        Call receive = Call.of(
                1,
                "c",
                "POST",
                "/",
                Headers.of(Map.of("X-Amz-Target", List.of("AmazonSQS.ReceiveMessage"))),
                Body.of("{}"));
        subjects.of(
                receive,
                new Reply.Answer(
                        200,
                        Headers.of(Map.of()),
                        Body.of("{\"Messages\": [{\"MessageId\": \"m\", \"ReceiptHandle\": \"h\","
                                + " \"Body\": \"{\\\"id\\\": \\\"a\\\"}\"}]}")));
    }

    @Test
    void theWriteOfAnEffectIsHeld() {
        CompletableFuture<Reply> reply = effect(work);

        await().until(work::isReached);
        assertThat(reply).isNotDone();
    }

    @Test
    void itIsForwardedAfterItsTime() {
        assertThat(effect(new HeldWork(Duration.ofMillis(1), alive::get)).join())
                .isEqualTo(DONE);
    }

    @Test
    void aDeletionIsHeldWhereThereWasNoEffect() {
        received();
        CompletableFuture<Reply> reply = delete(work);

        await().until(work::isReached);
        assertThat(reply).isNotDone();
    }

    @Test
    void aDeletionAfterTheEffectIsNotHeldOnceMore() {
        received();
        HeldWork brief = new HeldWork(Duration.ZERO, alive::get);
        effect(brief).join();
        brief.keep();

        assertThat(delete(brief).join()).isEqualTo(DONE);
    }

    @Test
    void whatIsKeptWaitsForItsRelease() {
        HeldWork brief = new HeldWork(Duration.ZERO, alive::get);
        brief.keep();
        CompletableFuture<Reply> reply = effect(brief);
        await().until(brief::isReached);
        assertThat(reply).isNotDone();

        brief.release();

        assertThat(reply.join()).isEqualTo(DONE);
    }

    @Test
    void aCallOfADeadProgramIsNotForwarded() {
        CompletableFuture<Reply> reply = effect(work);
        await().until(work::isReached);

        alive.set(false);

        assertThat(reply.join()).isEqualTo(Reply.none());
    }

    @Test
    void otherCallsPass() {
        assertThat(call(work, "AmazonSQS.ReceiveMessage", "{}").join()).isEqualTo(DONE);
        assertThat(work.isReached()).isFalse();
    }
}
