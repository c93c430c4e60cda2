package dev.queuelab.consumer;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CompletedCacheTest {

    @Test
    void theLeastRecentlyUsedIsForgottenFirst() {
        CompletedCache completed = new CompletedCache(2);
        completed.add("a", "1f");
        completed.add("b", "2e");
        assertThat(completed.digestOf("a")).contains("1f"); // used, so "b" is now the least recent

        completed.add("c", "3d");

        assertThat(completed.digestOf("a")).contains("1f");
        assertThat(completed.digestOf("b")).isEmpty();
        assertThat(completed.digestOf("c")).contains("3d");
    }

    @Test
    void sizeZeroRemembersNothing() {
        CompletedCache completed = new CompletedCache(0);

        completed.add("a", "1f");

        assertThat(completed.digestOf("a")).isEmpty();
    }
}
