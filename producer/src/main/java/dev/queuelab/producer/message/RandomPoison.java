package dev.queuelab.producer.message;

import java.util.SplittableRandom;

/** Selection sampling (Knuth, TAOCP 2, 3.4.2, algorithm S): exact and uniform, without holding the chosen indices. */
public final class RandomPoison implements PoisonPlan {
    private final long total;
    private final SplittableRandom random;
    private long left;

    public RandomPoison(long count, long total, SplittableRandom random) {
        this.left = count;
        this.total = total;
        this.random = random;
    }

    @Override
    public boolean isPoison(long index) {
        boolean chosen = random.nextLong(total - index) < left;
        if (chosen) {
            left--;
        }
        return chosen;
    }
}
