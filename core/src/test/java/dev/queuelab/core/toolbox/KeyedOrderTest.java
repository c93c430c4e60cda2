package dev.queuelab.core.toolbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Set;
import org.junit.jupiter.api.Test;

/** What may be begun beside what. */
class KeyedOrderTest {
    private final KeyedOrder<String> order = new KeyedOrder<>();

    @Test
    void itemsWithoutACommonKeyAreBegunInOrderBesideEachOther() {
        order.add("a", Set.of("x"));
        order.add("b", Set.of("y"));
        order.add("c", Set.of());

        assertThat(order.begin()).contains("a");
        assertThat(order.begin()).contains("b");
        assertThat(order.begin()).contains("c");
        assertThat(order.begin()).isEmpty();
        assertThat(order.begun()).isEqualTo(3);
    }

    @Test
    void anItemWaitsForTheEndOfAnEarlierOneWithACommonKey() {
        order.add("a", Set.of("x"));
        order.add("b", Set.of("x", "y"));
        order.add("c", Set.of("z"));

        assertThat(order.begin()).contains("a");
        assertThat(order.begin()).contains("c");
        assertThat(order.begin()).isEmpty();
        order.end("a");
        assertThat(order.begin()).contains("b");
    }

    @Test
    void anItemAlsoWaitsForAnEarlierOneThatIsItselfWaiting() {
        order.add("a", Set.of("x"));
        order.add("b", Set.of("x", "y"));
        order.add("c", Set.of("y"));

        assertThat(order.begin()).contains("a");
        assertThat(order.begin()).isEmpty();
        assertThat(order.waiting(any -> true)).containsExactly("b", "c");
        order.end("a");
        assertThat(order.begin()).contains("b");
        assertThat(order.begin()).isEmpty();
        order.end("b");
        assertThat(order.begin()).contains("c");
        assertThat(order.waiting()).isZero();
    }

    @Test
    void whatWasNotBegunCannotEnd() {
        order.add("a", Set.of());

        assertThatThrownBy(() -> order.end("a")).hasMessage("not begun: a");
    }
}
