package dev.queuelab.consumer;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CompletedCacheTest {

    @Test
    void theLeastRecentlyUsedIsForgottenFirst() {
        CompletedCache completed = new CompletedCache(2);
        completed.add("a");
        completed.add("b");
        assertThat(completed.contains("a")).isTrue(); // used, so "b" is now the least recent

        completed.add("c");

        assertThat(completed.contains("a")).isTrue();
        assertThat(completed.contains("b")).isFalse();
        assertThat(completed.contains("c")).isTrue();
    }

    @Test
    void sizeZeroRemembersNothing() {
        CompletedCache completed = new CompletedCache(0);

        completed.add("a");

        assertThat(completed.contains("a")).isFalse();
    }
}
