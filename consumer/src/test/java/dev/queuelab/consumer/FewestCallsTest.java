package dev.queuelab.consumer;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** How many requests a message costs. A change here is a change of what users pay. */
class FewestCallsTest {
    private final ConsumerFixture fixture = new ConsumerFixture();

    @Test
    void aFirstDeliveryCostsAReceiveThreeTableCallsAndADelete() {
        fixture.queue.gives("a");

        fixture.run("MESSAGE_LIMIT", "1");

        assertThat(fixture.calls)
                .containsExactly("receive 1 within 10 s", "start a", "perform a", "complete a", "delete a");
    }

    @Test
    void aRedeliveryToTheSameProcessCostsNoTableCalls() {
        fixture.queue.gives("a").gives("a");

        fixture.run("MESSAGE_LIMIT", "2");

        assertThat(fixture.calls).endsWith("delete a", "receive 1 within 10 s", "delete a");
    }

    @Test
    void aRedeliveryToAnotherProcessCostsOneTableCall() {
        fixture.queue.gives("a").gives("a");
        fixture.run("MESSAGE_LIMIT", "1");
        fixture.calls.clear();

        fixture.run("MESSAGE_LIMIT", "1");

        assertThat(fixture.calls).containsExactly("receive 1 within 10 s", "start a", "delete a");
    }

    @Test
    void aBatchSharesItsReceive() {
        fixture.queue.gives("a", "b");

        fixture.run("MESSAGE_LIMIT", "2", "MAX_MESSAGES", "10");

        assertThat(fixture.calls)
                .containsExactly(
                        "receive 2 within 10 s",
                        "start a",
                        "perform a",
                        "complete a",
                        "delete a",
                        "start b",
                        "perform b",
                        "complete b",
                        "delete b");
    }
}
