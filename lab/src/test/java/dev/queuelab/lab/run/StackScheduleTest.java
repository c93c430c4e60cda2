package dev.queuelab.lab.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.queuelab.lab.run.StackSchedule.Item;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class StackScheduleTest {

    @Test
    void theLongestBeginsFirstAndOfEqualsTheOneThatWasAskedForFirst() {
        StackSchedule<String> schedule =
                new StackSchedule<>(List.of(item("happy", "a", 1), item("crash", "b", 3), item("dup", "c", 3)));

        assertThat(begin(schedule, 3)).containsExactly("crash", "dup", "happy");
        assertThat(schedule.isEmpty()).isTrue();
    }

    @Test
    void aStackOnWhichMuchIsLeftGoesBeforeALongerRunOfAnother() {
        StackSchedule<String> schedule = new StackSchedule<>(
                List.of(item("long", "a", 5), item("dup", "b", 2), item("dup-2", "b", 2), item("dup-3", "b", 2)));

        assertThat(begin(schedule, 2)).containsExactly("dup", "long");
    }

    @Test
    void ofTwoOnOneStackTheSecondWaitsForTheFirst() {
        StackSchedule<String> schedule =
                new StackSchedule<>(List.of(item("dup", "dup", 1), item("dup-side-effects", "dup", 4)));

        Item<String> first = schedule.next().orElseThrow();
        assertThat(first.run()).isEqualTo("dup-side-effects");
        assertThat(schedule.next()).isEmpty();
        assertThat(schedule.isEmpty()).isFalse();

        schedule.ended(first);
        assertThat(schedule.next()).map(Item::run).contains("dup");
        assertThat(schedule.next()).isEmpty();
        assertThat(schedule.isEmpty()).isTrue();
    }

    @Test
    void theFloorIsTheWorkSharedOrTheLongestStack() {
        List<Item<String>> runs = List.of(item("a", "1", 2), item("b", "1", 3), item("c", "2", 4));

        assertThat(StackSchedule.floor(runs, 1)).isEqualTo(Duration.ofSeconds(9));
        assertThat(StackSchedule.floor(runs, 2)).isEqualTo(Duration.ofSeconds(5));
        assertThat(StackSchedule.floor(runs, 9)).isEqualTo(Duration.ofSeconds(5));
        assertThat(StackSchedule.floor(List.<Item<String>>of(), 2)).isZero();
    }

    private static Item<String> item(String name, String stack, int seconds) {
        return new Item<>(name, stack, Duration.ofSeconds(seconds));
    }

    /** As many as may begin at once, up to {@code jobs}. */
    private static List<String> begin(StackSchedule<String> schedule, int jobs) {
        List<String> begun = new ArrayList<>();
        for (Optional<Item<String>> next = schedule.next(); next.isPresent(); next = schedule.next()) {
            begun.add(next.get().run());
            if (begun.size() == jobs) {
                break;
            }
        }
        return begun;
    }
}
