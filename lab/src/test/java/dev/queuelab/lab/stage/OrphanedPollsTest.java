package dev.queuelab.lab.stage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.queuelab.core.history.Entry;
import dev.queuelab.core.history.Event;
import dev.queuelab.core.history.History;
import java.time.Instant;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class OrphanedPollsTest {
    private static final Event STARTED = new Event.Started("consumer", 1, Map.of());
    private static final Event RECEIVED = new Event.Received("a", "m", 1, Instant.EPOCH, null);

    private final OrphanedPolls polls = new OrphanedPolls();

    @Test
    void aConsumerThatDiedBetweenMessagesMayHaveLeftOne() {
        polls.leftBy(history(STARTED, RECEIVED, new Event.Deleted("a", "m")), OrphanedPolls.LONG_POLL);

        assertThat(polls.mayBeOpen()).isTrue();
    }

    @Test
    void aConsumerThatDiedBeforeItRecordedAnythingMayHaveLeftOne() {
        polls.leftBy(history(), OrphanedPolls.LONG_POLL);

        assertThat(polls.mayBeOpen()).isTrue();
    }

    @Test
    void aConsumerThatDiedAtWorkLeftNone() {
        polls.leftBy(history(STARTED, RECEIVED), OrphanedPolls.LONG_POLL);
        polls.leftBy(history(STARTED, RECEIVED, new Event.Crashed("a", "after receive")), OrphanedPolls.LONG_POLL);

        assertThat(polls.mayBeOpen()).isFalse();
    }

    @Test
    void aConsumerThatStoppedLeftNone() {
        polls.leftBy(history(STARTED, new Event.Stopped("message limit reached", Map.of())), OrphanedPolls.LONG_POLL);

        assertThat(polls.mayBeOpen()).isFalse();
    }

    @Test
    void aPollThatWasWaitedForIsOverAndDone() {
        polls.leftBy(history(STARTED), OrphanedPolls.LONG_POLL);

        polls.awaitEnd();

        assertThat(polls.mayBeOpen()).isFalse();
    }

    private static History history(Event... events) {
        return History.of(IntStream.range(0, events.length)
                .mapToObj(place -> new Entry("c", place + 1L, Instant.EPOCH.plusSeconds(place), events[place]))
                .toList());
    }
}
