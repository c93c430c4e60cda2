package dev.queuelab.core.toolbox;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RecentTest {
    private final Recent<String, Integer> recent = new Recent<>(2);

    @Test
    void theOldestIsForgotten() {
        recent.put("a", 1);
        recent.put("b", 2);
        recent.put("a", 3);
        recent.put("c", 4);

        assertThat(recent.get("a")).contains(3);
        assertThat(recent.get("b")).isEmpty();
        assertThat(recent.get("c")).contains(4);
    }

    @Test
    void whatIsRemovedIsReturned() {
        recent.put("a", 1);

        assertThat(recent.remove("a")).contains(1);
        assertThat(recent.remove("a")).isEmpty();
    }
}
