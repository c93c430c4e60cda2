package dev.queuelab.scenarios.scaling;

import java.time.Duration;
import java.util.Locale;

/**
 * Decides by comparing each look at the load with the one before. A consumer is added while the queue grows, in number
 * or in age. One is removed when so little waits that fewer can do it, but only once the number has been right for some
 * looks after the last addition: else a fleet of just the right size would lose a consumer and gain it again.
 */
public final class Autoscaler {
    private final long fewForOne;
    private final Duration youngEnough;
    private final int looksBeforeRemoval;
    private Load last = new Load(Long.MAX_VALUE, Duration.ofSeconds(Long.MAX_VALUE));
    private int looksSinceAddition;

    /**
     * An autoscaler that has seen nothing yet.
     *
     * @param fewForOne messages that one consumer does between two looks; as many may wait for each without concern
     * @param youngEnough an age of the oldest message that is of no concern
     * @param looksBeforeRemoval looks without an addition before a consumer is removed
     */
    public Autoscaler(long fewForOne, Duration youngEnough, int looksBeforeRemoval) {
        this.fewForOne = fewForOne;
        this.youngEnough = youngEnough;
        this.looksBeforeRemoval = looksBeforeRemoval;
    }

    /** What to do about {@code load}, which {@code consumers} are at work on. */
    public Decision decide(Load load, int consumers) {
        Load before = last;
        last = load;
        if (load.waiting() > before.waiting() && load.waiting() > fewForOne) {
            return add(load, consumers, before.waiting() + " waiting became " + load.waiting());
        }
        if (load.oldestAge().compareTo(before.oldestAge()) > 0
                && load.oldestAge().compareTo(youngEnough) > 0) {
            return add(load, consumers, "the oldest waits for " + seconds(load) + " s, longer than before");
        }
        looksSinceAddition++;
        if (consumers > 1 && looksSinceAddition > looksBeforeRemoval && load.waiting() <= fewForOne * (consumers - 1)) {
            return new Decision(load, consumers, consumers - 1, load.waiting() + " waiting are work for fewer");
        }
        return new Decision(load, consumers, consumers, load.waiting() + " waiting, and not growing");
    }

    private Decision add(Load load, int consumers, String reason) {
        looksSinceAddition = 0;
        return new Decision(load, consumers, consumers + 1, reason);
    }

    private static String seconds(Load load) {
        return String.format(Locale.ROOT, "%.1f", load.oldestAge().toMillis() / 1000.0);
    }
}
