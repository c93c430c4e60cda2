package dev.queuelab.producer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class BatchesTest {
    private static final int MIB = 1_048_576;

    private static Draft draft(String letter, int times) {
        return new Draft("id", letter.repeat(times), false, "g", 0);
    }

    private static List<Integer> sizes(List<Draft> drafts) {
        return Batches.cut(drafts).stream().map(List::size).toList();
    }

    @Test
    void holdsNoMoreThanTenMessages() {
        List<Draft> drafts = Stream.generate(() -> draft("x", 1)).limit(23).toList();

        assertThat(sizes(drafts)).containsExactly(10, 10, 3);
    }

    @Test
    void fillsABatchUpToOneMebibyteAndNotAByteMore() {
        assertThat(sizes(List.of(draft("x", MIB / 2), draft("x", MIB / 2)))).containsExactly(2);
        assertThat(sizes(List.of(draft("x", MIB / 2), draft("x", MIB / 2 + 1)))).containsExactly(1, 1);
    }

    @Test
    void countsBytesAndNotCharacters() {
        assertThat(sizes(List.of(draft("ü", MIB / 4), draft("ü", MIB / 4)))).containsExactly(2);
        assertThat(sizes(List.of(draft("ü", MIB / 4), draft("ü", MIB / 4 + 1)))).containsExactly(1, 1);
    }

    @Test
    void givesWhatIsTooLargeForAnyCallABatchOfItsOwn() {
        assertThat(sizes(List.of(draft("x", 1), draft("x", MIB + 1), draft("x", 1))))
                .containsExactly(1, 1, 1);
    }

    @Test
    void keepsTheOrder() {
        List<Draft> drafts = List.of(draft("a", MIB / 2), draft("b", MIB), draft("c", 1), draft("d", MIB / 2));

        assertThat(Batches.cut(drafts).stream().flatMap(List::stream)).containsExactlyElementsOf(drafts);
    }

    @Test
    void makesNoBatchOutOfNothing() {
        assertThat(Batches.cut(List.of())).isEmpty();
    }
}
