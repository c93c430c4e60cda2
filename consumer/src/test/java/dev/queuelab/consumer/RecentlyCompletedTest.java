package dev.queuelab.consumer;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RecentlyCompletedTest {

    @Test
    void theLeastRecentlyUsedIsForgottenFirst() {
        RecentlyCompleted remembered = new RecentlyCompleted(2);
        remembered.add("a");
        remembered.add("b");
        assertThat(remembered.contains("a")).isTrue(); // used, so "b" is now the least recent

        remembered.add("c");

        assertThat(remembered.contains("a")).isTrue();
        assertThat(remembered.contains("b")).isFalse();
        assertThat(remembered.contains("c")).isTrue();
    }

    @Test
    void sizeZeroRemembersNothing() {
        RecentlyCompleted remembered = new RecentlyCompleted(0);

        remembered.add("a");

        assertThat(remembered.contains("a")).isFalse();
    }
}
