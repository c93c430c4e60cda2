package dev.queuelab.gateway.proxy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.queuelab.gateway.call.Body;
import dev.queuelab.gateway.call.Call;
import dev.queuelab.gateway.call.Headers;
import dev.queuelab.gateway.call.Reply;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

class LongPollsTest {
    private static final String MESSAGE = "{\"Messages\":[{\"MessageId\":\"m\"}]}";

    private final List<Integer> waits = new ArrayList<>();
    private final Deque<Supplier<Reply>> answers = new ArrayDeque<>();
    private final LongPolls polls = new LongPolls(call -> {
        waits.add(call.request().path("WaitTimeSeconds").asInt(-1));
        return answers.isEmpty() ? answer(200, "{}") : answers.pop().get();
    });
    private boolean reading = true;

    @Test
    void aPollOfAWatchedProcessGoesOnInPartsForAsLongAsItAsked() {
        polls.endWith("consumer-1", () -> reading);

        Reply reply = polls.forward(receive(20));

        assertThat(waits).hasSize(20).containsOnly(1);
        assertThat(messages(reply)).isZero();
    }

    @Test
    void aMessageEndsThePoll() {
        polls.endWith("consumer-1", () -> reading);
        answers.add(() -> answer(200, "{}"));
        answers.add(() -> answer(200, MESSAGE));

        assertThat(messages(polls.forward(receive(20)))).isOne();
        assertThat(waits).hasSize(2);
    }

    @Test
    void anErrorEndsThePoll() {
        polls.endWith("consumer-1", () -> reading);
        answers.add(() -> answer(500, "{}"));

        assertThat(((Reply.Answer) polls.forward(receive(20))).status()).isEqualTo(500);
        assertThat(waits).hasSize(1);
    }

    @Test
    void thePollOfAProcessThatEndsMeanwhileEndsWithThePart() {
        polls.endWith("consumer-1", () -> reading);
        answers.add(() -> answer(200, "{}"));
        answers.add(() -> {
            reading = false;
            return answer(200, "{}");
        });
        answers.add(() -> answer(200, MESSAGE));

        assertThat(messages(polls.forward(receive(20)))).isZero();
        assertThat(waits).hasSize(2);
    }

    @Test
    void aPollOfAProcessThatDoesNotReadIsNotForwarded() {
        reading = false;
        polls.endWith("consumer-1", () -> reading);

        assertThat(messages(polls.forward(receive(0)))).isZero();
        assertThat(waits).isEmpty();
    }

    @Test
    void otherCallsOfAProcessThatHasEndedAreForwarded() {
        reading = false;
        polls.endWith("consumer-1", () -> reading);

        polls.forward(call("DeleteMessage", "{}"));

        assertThat(waits).hasSize(1);
    }

    @Test
    void pollsOfOthersAreForwardedAsTheyAre() {
        polls.endWith("consumer-2", () -> reading);

        polls.forward(receive(20));

        assertThat(waits).containsExactly(20);
    }

    @Test
    void aReceiveThatNamesItsAttemptStaysOneCall() {
        polls.endWith("consumer-1", () -> reading);

        polls.forward(call("ReceiveMessage", "{\"WaitTimeSeconds\":20,\"ReceiveRequestAttemptId\":\"a\"}"));

        assertThat(waits).containsExactly(20);
    }

    private static Call receive(int seconds) {
        return call("ReceiveMessage", "{\"WaitTimeSeconds\":" + seconds + "}");
    }

    private static Call call(String operation, String body) {
        return Call.of(
                1,
                "consumer-1",
                "POST",
                "/",
                Headers.of(Map.of("X-Amz-Target", List.of("AmazonSQS." + operation))),
                Body.of(body));
    }

    private static Reply answer(int status, String body) {
        return new Reply.Answer(status, Headers.of(Map.of()), Body.of(body));
    }

    private static int messages(Reply reply) {
        return ((Reply.Answer) reply).json().path("Messages").size();
    }
}
