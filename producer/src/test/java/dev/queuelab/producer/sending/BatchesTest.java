package dev.queuelab.producer.sending;

import static org.assertj.core.api.Assertions.assertThat;

import dev.queuelab.producer.message.OutgoingMessage;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class BatchesTest {
    private static final int MIB = 1_048_576;

    private static OutgoingMessage message(String letter, int times) {
        return new OutgoingMessage("id", letter.repeat(times), false, Optional.of("g"), 0);
    }

    private static List<Integer> sizes(List<OutgoingMessage> messages) {
        return Batches.cut(messages).stream().map(List::size).toList();
    }

    @Test
    void holdsNoMoreThanTenMessages() {
        List<OutgoingMessage> messages =
                Stream.generate(() -> message("x", 1)).limit(23).toList();

        assertThat(sizes(messages)).containsExactly(10, 10, 3);
    }

    @Test
    void fillsABatchUpToOneMebibyteAndNotAByteMore() {
        assertThat(sizes(List.of(message("x", MIB / 2), message("x", MIB / 2)))).containsExactly(2);
        assertThat(sizes(List.of(message("x", MIB / 2), message("x", MIB / 2 + 1))))
                .containsExactly(1, 1);
    }

    @Test
    void countsBytesAndNotCharacters() {
        assertThat(sizes(List.of(message("ü", MIB / 4), message("ü", MIB / 4)))).containsExactly(2);
        assertThat(sizes(List.of(message("ü", MIB / 4), message("ü", MIB / 4 + 1))))
                .containsExactly(1, 1);
    }

    @Test
    void givesWhatIsTooLargeForAnyCallABatchOfItsOwn() {
        assertThat(sizes(List.of(message("x", 1), message("x", MIB + 1), message("x", 1))))
                .containsExactly(1, 1, 1);
    }

    @Test
    void keepsTheOrder() {
        List<OutgoingMessage> messages =
                List.of(message("a", MIB / 2), message("b", MIB), message("c", 1), message("d", MIB / 2));

        assertThat(Batches.cut(messages).stream().flatMap(List::stream)).containsExactlyElementsOf(messages);
    }

    @Test
    void makesNoBatchOutOfNothing() {
        assertThat(Batches.cut(List.of())).isEmpty();
    }
}
