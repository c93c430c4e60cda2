package dev.queuelab.report.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.queuelab.core.history.Entry;
import org.junit.jupiter.api.Test;

class MessageFilterTest {
    private final FactBuilder told = new FactBuilder()
            .sent(0.5, "order-1")
            .sent(0.6, "order-12")
            .received(1, "consumer-1", "order-1", 1)
            .exited(2, "consumer-1", 1)
            .received(3, "consumer-2", "order-1", 2);
    private final MessageFilter filter = new MessageFilter(told.entries());

    @Test
    void findsAMessageByTheBeginningOfItsIdOrMessageId() {
        assertThat(filter.idsLike("order-12")).containsExactly("order-12");
        assertThat(filter.idsLike("ord")).containsExactly("order-1", "order-12");
        assertThat(filter.idsLike("m-order-12")).containsExactly("order-12");
        assertThat(filter.idsLike("x")).isEmpty();
    }

    @Test
    void anIdThatIsAlsoTheBeginningOfAnotherStandsAlone() {
        assertThat(filter.idsLike("order-1")).containsExactly("order-1");
    }

    @Test
    void itsLifeGoesAcrossProcesses() {
        assertThat(filter.lifeOf("order-1"))
                .extracting(Entry::process)
                .containsExactly("producer-1", "consumer-1", "consumer-2");
    }
}
