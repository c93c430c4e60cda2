package dev.queuelab.lab.waiting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class WaitTest {
    private static final Duration AGES = Duration.ofMinutes(1);

    @Test
    void endsWithWhatItWaitedFor() {
        AtomicInteger looks = new AtomicInteger();

        assertThat(Wait.atMost(AGES, "three").until(looks::incrementAndGet, count -> count == 3))
                .isEqualTo(3);
    }

    @Test
    void saysWhatItWaitedForAndWhatItSawLast() {
        Wait wait = Wait.atMost(Duration.ofMillis(200), "the queue to drain");

        assertThatThrownBy(() -> wait.until(() -> "7 waiting", seen -> false))
                .isInstanceOf(WaitException.class)
                .hasMessageContaining("for the queue to drain; last seen: 7 waiting");
    }

    @Test
    void theListenerGetsWhatWasSeenAndThatItIsOver() {
        Watched watched = new Watched();
        AtomicInteger looks = new AtomicInteger();

        Wait.atMost(AGES, "two").until(looks::incrementAndGet, count -> count == 2, watched);

        assertThat(watched.seen)
                .extracting(WaitProgress::what, WaitProgress::limit, WaitProgress::lastSeen)
                .containsExactly(tuple("two", AGES, "1"), tuple("two", AGES, "2"));
        assertThat(watched.over).isEqualTo(1);
    }

    @Test
    void aWaitInVainIsOverAsWell() {
        Watched watched = new Watched();
        Wait wait = Wait.atMost(Duration.ofMillis(200), "ever");

        assertThatThrownBy(() -> wait.until(() -> Duration.ofSeconds(3), seen -> false, watched))
                .hasMessageEndingWith("last seen: 3 s");

        assertThat(watched.over).isEqualTo(1);
    }

    private static final class Watched implements WaitListener {
        final List<WaitProgress> seen = new ArrayList<>();
        int over;

        @Override
        public void waiting(WaitProgress wait) {
            seen.add(wait);
        }

        @Override
        public void waited() {
            over++;
        }
    }

    @Test
    void endsAtOnceWhenALookFails() {
        Wait wait = Wait.atMost(AGES, "anything");

        assertThatThrownBy(() -> wait.until(
                        () -> {
                            throw new IllegalStateException("the child died");
                        },
                        seen -> true))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("the child died");
    }

    @Test
    void doesNotBelieveAValueThatFlickers() {
        Iterator<Integer> depths = List.of(0, 5, 0, 5).iterator();
        AtomicInteger looks = new AtomicInteger();

        Wait.atMost(AGES, "zero")
                .holding(Duration.ofMillis(300))
                .until(
                        () -> {
                            looks.incrementAndGet();
                            return depths.hasNext() ? depths.next() : 0;
                        },
                        depth -> depth == 0);

        assertThat(looks).hasValueGreaterThan(4);
    }
}
