package dev.queuelab.producer.message;

import java.util.SplittableRandom;

/** Which messages are poison. */
@FunctionalInterface
public interface PoisonPlan {

    PoisonPlan NONE = index -> false;

    /** Asked once for each index, in order from 0. */
    boolean isPoison(long index);

    /** Every {@code nth} message: 3 means the indices 2, 5, 8 and so on. */
    static PoisonPlan every(long nth) {
        return index -> (index + 1) % nth == 0;
    }

    /** Exactly {@code count} of {@code total} messages, every choice of them being as likely as any other. */
    static PoisonPlan random(long count, long total, SplittableRandom random) {
        return new RandomPoison(count, total, random);
    }
}
