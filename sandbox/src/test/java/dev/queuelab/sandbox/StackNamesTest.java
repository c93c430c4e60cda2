package dev.queuelab.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class StackNamesTest {
    @Test
    void namesAreTerraforms() {
        StackNames names = new StackNames("sqs-demo", new StackSpec("happy", false));

        assertThat(names.queue()).isEqualTo("sqs-demo-happy");
        assertThat(names.dlq()).isEqualTo("sqs-demo-happy-dlq");
        assertThat(names.messageStatusTable()).isEqualTo("sqs-demo-happy-message-status");
        assertThat(names.messageSideEffectsTable()).isEqualTo("sqs-demo-happy-message-side-effects");
    }

    @Test
    void fifoQueuesEndInFifoAndTablesDoNot() {
        StackNames names = new StackNames("sqs-demo", new StackSpec("fifo", true));

        assertThat(names.queue()).isEqualTo("sqs-demo-fifo.fifo");
        assertThat(names.dlq()).isEqualTo("sqs-demo-fifo-dlq.fifo");
        assertThat(names.messageStatusTable()).isEqualTo("sqs-demo-fifo-message-status");
    }

    @Test
    void eightyCharactersAreTheMost() {
        StackSpec stack = new StackSpec("a", true);
        int rest = "-a-dlq.fifo".length();

        assertThat(new StackNames("p".repeat(80 - rest), stack).dlq()).hasSize(80);
        assertThatThrownBy(() -> new StackNames("p".repeat(81 - rest), stack))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("has 81 characters; at most 80");
    }
}
