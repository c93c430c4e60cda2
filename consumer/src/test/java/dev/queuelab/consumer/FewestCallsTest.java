package dev.queuelab.consumer;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** How many requests a message costs. A change here is a change of what users pay. */
class FewestCallsTest {
    private final Bench bench = new Bench();

    @Test
    void aFirstDeliveryCostsAReceiveThreeTableCallsAndADelete() {
        bench.queue.gives("a");

        bench.run("MESSAGE_LIMIT", "1");

        assertThat(bench.calls)
                .containsExactly("receive 1 within 10 s", "start a", "perform a", "complete a", "delete a");
    }

    @Test
    void aRedeliveryToTheSameProcessCostsNoTableCalls() {
        bench.queue.gives("a").gives("a");

        bench.run("MESSAGE_LIMIT", "2");

        assertThat(bench.calls).endsWith("delete a", "receive 1 within 10 s", "delete a");
    }

    @Test
    void aRedeliveryToAnotherProcessCostsOneTableCall() {
        bench.queue.gives("a").gives("a");
        bench.run("MESSAGE_LIMIT", "1");
        bench.calls.clear();

        bench.run("MESSAGE_LIMIT", "1");

        assertThat(bench.calls).containsExactly("receive 1 within 10 s", "start a", "delete a");
    }

    @Test
    void aBatchSharesItsReceive() {
        bench.queue.gives("a", "b");

        bench.run("MESSAGE_LIMIT", "2", "MAX_MESSAGES", "10");

        assertThat(bench.calls)
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
