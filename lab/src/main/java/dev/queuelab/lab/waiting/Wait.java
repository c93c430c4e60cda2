package dev.queuelab.lab.waiting;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Predicate;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;
import org.awaitility.core.ConditionTimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * A wait with a name and a limit, which says what it saw last if it ends in vain.
 *
 * @param what completes "waited for ...", such as "the queue to drain"
 * @param limit how long at most
 * @param hold how long what is waited for must stay so
 */
public record Wait(String what, Duration limit, Duration hold) {
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(50);

    public static Wait atMost(Duration limit, String what) {
        return new Wait(what, limit, Duration.ZERO);
    }

    /** The same, for something that must stay so for {@code hold}. */
    public Wait holding(Duration hold) {
        return new Wait(what, limit.plus(hold), hold);
    }

    /**
     * Looks until what it sees is good. A look that throws ends the wait at once.
     *
     * @throws WaitException if the limit is reached
     */
    public <T> T until(Callable<T> look, Predicate<T> good) {
        return until(look, good, WaitListener.NOBODY);
    }

    /** The same, with somebody looking on. */
    public <T> T until(Callable<T> look, Predicate<T> good, WaitListener watcher) {
        long begin = System.nanoTime();
        AtomicReference<T> last = new AtomicReference<>();
        ConditionFactory condition = Awaitility.await(what)
                .pollInSameThread()
                .pollDelay(Duration.ZERO)
                .pollInterval(BETWEEN_LOOKS)
                .atMost(limit);
        try {
            return (hold.isZero() ? condition : condition.during(hold))
                    .until(
                            () -> {
                                T seen = look.call();
                                last.set(seen);
                                watcher.waiting(new WaitProgress(what, since(begin), limit, describe(seen)));
                                return seen;
                            },
                            good);
        } catch (ConditionTimeoutException e) {
            throw new WaitException(
                    "waited " + limit.toSeconds() + " s for " + what + "; last seen: " + describe(last.get()), e);
        } finally {
            watcher.waited();
        }
    }

    private static String describe(@Nullable Object seen) {
        return seen instanceof Duration time ? time.toSeconds() + " s" : String.valueOf(seen);
    }

    private static Duration since(long begin) {
        return Duration.ofNanos(System.nanoTime() - begin);
    }
}
