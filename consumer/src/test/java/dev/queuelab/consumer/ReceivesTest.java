package dev.queuelab.consumer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.queuelab.core.history.HistoryException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.core.exception.SdkException;

/** How many calls are made for so many messages. The other calls are made on the same thread, before the first. */
@Timeout(60)
class ReceivesTest {
    private final ConsumerFixture fixture = new ConsumerFixture();
    private final SqsQueue queue =
            new SqsQueue(fixture.queue, Samples.QUEUE_URL, false, fixture.facts, InHand.UNATTENDED);
    private final Receives receives = new Receives(queue, 10, Runnable::run);
    private final List<String> taken = new ArrayList<>();

    @Test
    void oneCallIsMadeUntilOneWasFull() {
        fixture.queue.gives("a");

        receive(64);
        receive(64);

        assertThat(fixture.calls).containsExactly("receive 10 within 3 s", "receive 10 within 3 s");
    }

    @Test
    void afterAFullOneAsManyCallsAreMadeAsTheMessagesNeedAndTheOthersDoNotWait() {
        fixture.queue.gives(full());
        receive(25);
        fixture.calls.clear();
        fixture.queue.gives("a").gives("b").gives("c");

        List<String> first = receive(25);

        assertThat(fixture.calls)
                .containsExactly("receive 10 within 0 s", "receive 5 within 0 s", "receive 10 within 3 s");
        assertThat(taken).containsExactly("a", "b");
        assertThat(first).containsExactly("c");
    }

    @Test
    void afterOneThatWasNotFullOneCallIsMadeAgain() {
        fixture.queue.gives(full()).gives().gives("a");
        receive(20);
        receive(20);
        fixture.calls.clear();

        receive(20);

        assertThat(fixture.calls).containsExactly("receive 10 within 3 s");
    }

    @Test
    void anErrorOfAnotherCallIsNoErrorAndOneOfTheFirstIs() {
        SdkClientException error = SdkClientException.create("no network");
        fixture.queue.gives(full());
        receive(20);
        fixture.queue.fails(error).gives(full());
        assertThat(receive(20)).hasSize(10);
        fixture.queue.gives("a").fails(error);

        assertThatThrownBy(() -> receive(20)).isInstanceOf(SdkException.class);
    }

    @Test
    void whatCannotBeRecordedIsAnErrorOfAnyCall() {
        fixture.queue.gives(full());
        receive(20);
        fixture.queue.gives("a").gives();

        assertThatThrownBy(() -> receives.receive(20, 3, batch -> {
                    throw new HistoryException("no space left");
                }))
                .isInstanceOf(HistoryException.class);
    }

    private List<String> receive(int most) {
        return receives.receive(most, 3, batch -> batch.forEach(delivery -> taken.add(delivery.id()))).stream()
                .map(Delivery::id)
                .toList();
    }

    private static String[] full() {
        return IntStream.range(0, 10).mapToObj(number -> "m" + number).toArray(String[]::new);
    }
}
