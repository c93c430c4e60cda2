package dev.queuelab.gateway.fault;

import dev.queuelab.gateway.call.Digest;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/**
 * Decides by the seed and by what is decided about, so that the same conversation meets the same faults. A decision is
 * about the n-th time of a name under a rule; its line in the log has these and nothing else.
 */
final class Decisions {
    private static final int HEX_DIGITS = 13; // 52 bits, as many as a double has

    private final long seed;
    private final String rule;
    private final Dose dose;
    private final Consumer<String> log;
    private final Map<String, Integer> counts = new ConcurrentHashMap<>();
    private long asked;
    private long fallen;

    Decisions(long seed, String rule, Dose dose, Consumer<String> log) {
        this.seed = seed;
        this.rule = rule;
        this.dose = dose;
        this.log = log;
    }

    synchronized boolean falls(String operation, String name) {
        int count = counts.merge(operation + " " + name, 1, Integer::sum);
        asked++;
        boolean falls = asked > dose.after()
                && (dose.times().isEmpty() || fallen < dose.times().getAsLong())
                && draw(operation, name, count) < dose.share();
        if (falls) {
            fallen++;
        }
        log.accept(rule + "\t" + operation + "\t" + name + "\t" + count + "\t" + (falls ? "falls" : "passes"));
        return falls;
    }

    /** From 0 up to, but not, 1. */
    private double draw(String operation, String name, int count) {
        String hash = Digest.sha256(seed + "\n" + rule + "\n" + operation + "\n" + name + "\n" + count);
        return Long.parseLong(hash.substring(0, HEX_DIGITS), 16) / (double) (1L << (4 * HEX_DIGITS));
    }
}
