package dev.queuelab.scenarios.check;

import static dev.queuelab.scenarios.check.Judged.judged;

import java.util.List;
import org.junit.jupiter.api.Test;

class OrdersTest {
    private final Given run = new Given();

    @Test
    void effectsInTheOrderOfTheirSendingKeepIt() {
        judged(inOrder("0", "1", "2"), run).passes("the 3 effects came in the order");
    }

    @Test
    void anEffectThatOvertookAnotherIsFound() {
        judged(inOrder("0", "2", "1"), run).fails("after 1 effects in order came 2, not 1");
    }

    @Test
    void aGapIsFound() {
        judged(inOrder("0", "1"), run).fails("after 2 effects in order came nothing, not 2; 2 of 3 effects in all");
    }

    @Test
    void aRepetitionIsFound() {
        judged(inOrder("0", "1", "2", "2"), run).fails("after 3 effects in order came 2, not the end");
    }

    private static Check inOrder(String... log) {
        return Orders.inOrder("order kept", List.of("0", "1", "2"), List.of(log));
    }
}
