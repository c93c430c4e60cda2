package dev.queuelab.gateway.fault.sqs;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.queuelab.gateway.call.Body;
import dev.queuelab.gateway.call.Call;
import dev.queuelab.gateway.call.Headers;
import dev.queuelab.gateway.call.Reply;
import dev.queuelab.gateway.fault.Chance;
import dev.queuelab.gateway.fault.Time;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** On a queue that delivers in the order of sending, and once. */
class FairQueueTest {
    private final FairQueue fault = new FairQueue();
    private final Deque<ObjectNode> queue = new ArrayDeque<>();
    private final List<String> calls = new ArrayList<>();
    private Instant now = Instant.EPOCH;
    private boolean falls = true;
    private int asked;
    private int sent;

    FairQueueTest() {
        fault.use(new Time() {
            @Override
            public Instant now() {
                return now;
            }

            @Override
            public void after(Duration delay, Runnable action) {}
        });
    }

    private final Chance chance = new Chance() {
        @Override
        public boolean falls() {
            asked++;
            return falls;
        }

        @Override
        public boolean falls(String name) {
            return falls();
        }

        @Override
        public String nameOfHandle(String receiptHandle) {
            return receiptHandle;
        }
    };

    private void send(String tenant, int count) {
        for (int number = 0; number < count; number++) {
            String name = tenant + (tenant.isEmpty() ? "m" : "") + sent;
            ObjectNode message = Body.emptyObject().put("MessageId", name).put("ReceiptHandle", name);
            ObjectNode attributes = message.putObject("Attributes").put("SentTimestamp", Integer.toString(sent++));
            if (!tenant.isEmpty()) {
                attributes.put("MessageGroupId", tenant);
            }
            queue.add(message);
        }
    }

    private Reply service(Call call) {
        ObjectNode request = call.request();
        int wait = request.path("WaitTimeSeconds").asInt();
        calls.add(call.operation() + " "
                + request.path("ReceiptHandle").asText()
                + request.path("VisibilityTimeout").asText()
                + (wait > 0 ? "waits " + wait : ""));
        ObjectNode answer = Body.emptyObject();
        if (call.operation().equals("ReceiveMessage")) {
            for (int left = request.path("MaxNumberOfMessages").asInt(1); left > 0 && !queue.isEmpty(); left--) {
                answer.withArray("Messages").add(queue.remove());
            }
        } else if (call.operation().equals("GetQueueAttributes")) {
            answer.putObject("Attributes").put("VisibilityTimeout", "7");
        }
        return Reply.ok(answer);
    }

    private ObjectNode call(String operation, ObjectNode request) {
        return call("q", operation, request);
    }

    private ObjectNode call(String resource, String operation, ObjectNode request) {
        request.put("QueueUrl", "http://127.0.0.1/" + resource);
        Call call = Call.of(
                1,
                "consumer",
                "POST",
                "/",
                Headers.of(Map.of("X-Amz-Target", List.of("AmazonSQS." + operation))),
                Body.of(request));
        return ((Reply.Answer) fault.apply(call, chance, this::service)).json();
    }

    private List<String> receive(int most) {
        ObjectNode answer = call("ReceiveMessage", Body.emptyObject().put("MaxNumberOfMessages", most));
        return Entries.received(answer).stream().map(Messages::id).toList();
    }

    private void delete(String handle) {
        call("DeleteMessage", Body.emptyObject().put("ReceiptHandle", handle));
    }

    @Test
    void beforeATenantIsNoisyTheOldestIsFirst() {
        send("n", 3);
        send("q", 1);

        assertThat(receive(2)).containsExactly("n0", "n1");
        assertThat(asked).isZero();
    }

    @Test
    void whileATenantTakesMuchOfTheTimeOthersAreFirst() {
        send("n", 20);
        send("q", 2);
        receive(2);
        now = now.plusMillis(10);

        assertThat(receive(3)).containsExactly("q20", "q21", "n2");
    }

    @Test
    void timeThatIsOverCountsAsWell() {
        send("n", 20);
        send("q", 1);
        receive(1);
        now = now.plusMillis(10);
        delete("n0");

        assertThat(receive(1)).containsExactly("q20");
    }

    @Test
    void aTenantWithManyMessagesInFlightIsNoisyAtOnce() {
        send("n", 50);
        send("q", 1);
        for (int call = 0; call < 3; call++) {
            assertThat(receive(10)).doesNotContain("q50");
        }

        assertThat(receive(1)).containsExactly("q50");
    }

    @Test
    void whatIsDeletedOrVisibleAgainIsNotInFlight() {
        send("n", 50);
        send("q", 1);
        for (int call = 0; call < 3; call++) {
            receive(10);
        }
        delete("n0");
        call(
                "ChangeMessageVisibility",
                Body.emptyObject().put("ReceiptHandle", "n1").put("VisibilityTimeout", 0));

        assertThat(receive(1)).containsExactly("n30");
    }

    @Test
    void ofNoisyTenantsTheOneWithFewerInFlightAndThenWithLessTimeIsFirst() {
        send("n", 20);
        send("o", 20);
        receive(3);
        now = now.plusMillis(1);
        assertThat(receive(1)).containsExactly("o20");
        now = now.plusMillis(1);

        assertThat(receive(4)).containsExactly("o21", "o22", "o23", "n3");
    }

    @Test
    void aMessageWithoutAGroupIsATenantOfItsOwn() {
        send("", 20);
        send("q", 1);
        receive(2);
        now = now.plusMillis(10);

        assertThat(receive(1)).containsExactly("m2");
    }

    @Test
    void aTenantWithoutABacklogIsQuietAgain() {
        send("n", 3);
        receive(3);
        now = now.plusMillis(10);
        List.of("n0", "n1", "n2").forEach(this::delete);
        send("q", 1);
        receive(1);
        send("n", 1);
        send("p", 1);

        assertThat(receive(1)).containsExactly("n4");
    }

    @Test
    void theVisibilityTimeoutBeginsWhenAMessageIsGivenOut() {
        send("n", 2);
        receive(1);

        assertThat(calls)
                .containsExactly(
                        "ReceiveMessage 600",
                        "ReceiveMessage 600",
                        "GetQueueAttributes ",
                        "ChangeMessageVisibility n07");
    }

    @Test
    void whatTheClientAsksForIsItsVisibilityTimeout() {
        send("n", 1);
        call("ReceiveMessage", Body.emptyObject().put("VisibilityTimeout", 90));

        assertThat(calls).contains("ChangeMessageVisibility n090").doesNotContain("GetQueueAttributes ");
    }

    @Test
    void aClientGetsTheAttributesThatItAskedFor() {
        send("n", 1);

        ObjectNode answer = call("ReceiveMessage", Body.emptyObject());

        assertThat(Entries.received(answer))
                .singleElement()
                .satisfies(message -> assertThat(message.has("Attributes")).isFalse());
    }

    @Test
    void whereItDoesNotFallTheOldestIsFirst() {
        falls = false;
        send("n", 20);
        send("q", 1);
        receive(1);
        now = now.plusMillis(10);

        assertThat(receive(1)).containsExactly("n1");
        assertThat(asked).isEqualTo(1);
    }

    @Test
    void aFifoQueueIsLeftAsItIs() {
        send("n", 3);

        call("q.fifo", "ReceiveMessage", Body.emptyObject());

        assertThat(calls).containsExactly("ReceiveMessage ");
    }

    @Test
    void aPollThatFindsNothingWaitsAsTheClientSays() {
        call("ReceiveMessage", Body.emptyObject().put("WaitTimeSeconds", 20));

        assertThat(calls).containsExactly("ReceiveMessage 600", "ReceiveMessage waits 20");
    }
}
