package dev.queuelab.runner.it;

import static dev.queuelab.runner.it.TestQueue.errorOf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Faults of the connection, as two SDKs meet them. */
class TransportFaultsIT {
    private static final String NO_ANSWER = "";

    @RegisterExtension
    static final FaultyGateway GATEWAY = new FaultyGateway();

    @EachSdk
    void aSendWhoseReplyIsLostArrives(String sdk) {
        TestQueue queue = TestQueue.create(GATEWAY.with(sdk, "reply-lost:operations=SendMessage"));

        assertThat(errorOf(() -> queue.send("a"))).isEqualTo(NO_ANSWER);

        assertThat(queue.receive()).hasSize(1);
        assertThat(GATEWAY.met("SendMessage")).containsExactly("reply-lost");
    }

    @EachSdk
    void messagesOfAReceiveWhoseReplyIsLostAreInFlightForNobody(String sdk) {
        TestQueue queue = TestQueue.create(GATEWAY.with(sdk, "reply-lost:operations=ReceiveMessage,times=1"));
        queue.send("a");

        assertThat(errorOf(queue::receive)).isEqualTo(NO_ANSWER);

        assertThat(queue.receive()).isEmpty();
        assertThat(queue.attribute("ApproximateNumberOfMessagesNotVisible")).isEqualTo("1");
    }

    @EachSdk
    void aDeletionWhoseReplyIsLostDeletes(String sdk) {
        TestQueue queue = TestQueue.create(GATEWAY.with(sdk, "reply-lost:operations=DeleteMessage"));
        queue.send("a");

        assertThat(errorOf(() -> queue.receive().forEach(queue::delete))).isEqualTo(NO_ANSWER);

        assertThat(queue.attribute("ApproximateNumberOfMessagesNotVisible")).isEqualTo("0");
    }

    @EachSdk
    void aLostRequestDoesNothing(String sdk) {
        TestQueue queue = TestQueue.create(GATEWAY.with(sdk, "request-lost:operations=SendMessage"));

        assertThat(errorOf(() -> queue.send("a"))).isEqualTo(NO_ANSWER);

        assertThat(queue.receive()).isEmpty();
    }

    @EachSdk
    void aReplyThatIsCutIsAnErrorOfACallThatWasDone(String sdk) {
        TestQueue queue = TestQueue.create(GATEWAY.with(sdk, "connection-closed:operations=SendMessage,bytes=5"));

        assertThat(errorOf(() -> queue.send("a"))).isEqualTo(NO_ANSWER);

        assertThat(queue.receive()).hasSize(1);
    }

    @EachSdk
    void aServerErrorComesBeforeTheWorkOrAfterIt(String sdk) {
        TestQueue before = TestQueue.create(GATEWAY.with(sdk, "server-error:operations=SendMessage,status=503"));
        assertThat(errorOf(() -> before.send("a"))).isEqualTo("ServiceUnavailable");
        assertThat(before.receive()).isEmpty();

        TestQueue after = before.through(GATEWAY.with(sdk, "server-error:operations=SendMessage,when=after"));
        assertThat(errorOf(() -> after.send("a"))).isEqualTo("InternalServerError");
        assertThat(after.receive()).hasSize(1);
    }

    @EachSdk
    void aDelayedSendArrivesAfterTheDelay(String sdk) {
        TestQueue queue = TestQueue.create(GATEWAY.with("Java"));
        TestQueue slow = queue.through(GATEWAY.with(sdk, "delay:operations=SendMessage,millis=60000"));

        CompletableFuture<Void> sending = CompletableFuture.runAsync(() -> slow.send("a"));
        await().until(GATEWAY.time()::isAwaited);
        assertThat(queue.receive()).isEmpty();
        GATEWAY.time().pass(Duration.ofSeconds(60));

        assertThat(sending).succeedsWithin(Duration.ofMinutes(1));
        assertThat(queue.receive()).hasSize(1);
    }

    @EachSdk
    void aDelayedReplyComesAfterTheWork(String sdk) {
        TestQueue queue = TestQueue.create(GATEWAY.with("Java"));
        TestQueue slow = queue.through(GATEWAY.with(sdk, "delay:operations=SendMessage,when=before"));

        CompletableFuture<Void> sending = CompletableFuture.runAsync(() -> slow.send("a"));
        await().until(GATEWAY.time()::isAwaited);
        assertThat(queue.receive()).hasSize(1);
        assertThat(sending).isNotDone();
        GATEWAY.time().pass(Duration.ofSeconds(1));

        assertThat(sending).succeedsWithin(Duration.ofMinutes(1));
    }
}
