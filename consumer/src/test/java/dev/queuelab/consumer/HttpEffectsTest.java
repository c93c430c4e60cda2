package dev.queuelab.consumer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.queuelab.core.history.Event;
import dev.queuelab.core.history.SkipReason;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Deliveries whose effect a service by HTTP performs: what is recorded, and what becomes of the message. */
@Timeout(120)
class HttpEffectsTest {
    private final ConsumerFixture fixture = new ConsumerFixture();
    private final HttpServerFixture server = new HttpServerFixture();

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void theServicesOwnCountIsRecorded() {
        server.answers(200, "{\"timesPerformed\":2}");

        deliver(1);

        assertThat(fixture.facts.all())
                .containsExactly(
                        new Event.EffectAttempted("a", "a"),
                        new Event.EffectPerformed("a", "a", 2),
                        new Event.Completed("a"),
                        new Event.Deleted("a", "m-1"));
    }

    @Test
    void theEffectsTableIsLeftAlone() {
        deliver(1);
        deliver(2);

        assertThat(fixture.calls).noneMatch(call -> call.startsWith("look") || call.startsWith("perform"));
    }

    @Test
    void aLostReplyLeavesTheMessageAndIsRepeatedWithTheSameKey() {
        server.closesAfter(0).replays();

        deliver(1);
        assertThat(fixture.facts.kinds()).containsExactly("EffectAttempted", "Failed");
        assertThat(fixture.calls).noneMatch(call -> call.startsWith("delete"));

        deliver(2);
        assertThat(fixture.facts.all())
                .endsWith(
                        new Event.EffectAttempted("a", "a"),
                        new Event.Skipped("a", "a", SkipReason.EFFECT_REFUSED),
                        new Event.Completed("a"),
                        new Event.Deleted("a", "m-1"));
        assertThat(server.requests().get(0)).isEqualTo(server.requests().get(1));
    }

    @Test
    void aRequestThatIsRefusedIsRejectedAndStaysOnTheQueue() {
        server.answers(422, "{}");

        deliver(1);

        assertThat(fixture.facts.kinds()).containsExactly("EffectAttempted", "Rejected");
        assertThat(fixture.calls).noneMatch(call -> call.startsWith("delete") || call.startsWith("complete"));
    }

    @Test
    void workInProgressIsTriedAgainAtTheNextDelivery() {
        server.answers(409, "{}").answers(200, "{\"timesPerformed\":1}");

        deliver(1);
        deliver(2);

        assertThat(fixture.facts.kinds())
                .containsExactly(
                        "EffectAttempted", "Failed", "EffectAttempted", "EffectPerformed", "Completed", "Deleted");
    }

    @Test
    void withoutIdempotencyEachDeliveryIsNewWork() {
        deliver(1, "IDEMPOTENCY", "none");
        deliver(2, "IDEMPOTENCY", "none");

        assertThat(server.requests())
                .hasSize(2)
                .extracting(HttpServerFixture.Request::key)
                .doesNotHaveDuplicates();
    }

    private void deliver(int receiveCount, String... knobs) {
        String[] all = Stream.concat(Stream.of("EFFECT", "http", "EFFECT_URL", server.url()), Stream.of(knobs))
                .toArray(String[]::new);
        fixture.batchHandler(all)
                .handle(List.of(Samples.delivery("{\"id\":\"a\"}", receiveCount, ConsumerFixture.NOW)));
    }
}
