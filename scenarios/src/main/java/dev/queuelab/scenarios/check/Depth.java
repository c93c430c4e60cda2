package dev.queuelab.scenarios.check;

/**
 * How many messages a queue holds. On AWS the numbers are approximate.
 *
 * @param waiting ready to be received
 * @param inFlight received, neither deleted nor visible again
 * @param delayed not yet ready to be received
 */
public record Depth(long waiting, long inFlight, long delayed) {
    public static final Depth EMPTY = new Depth(0, 0, 0);

    public long total() {
        return waiting + inFlight + delayed;
    }

    @Override
    public String toString() {
        return waiting + " waiting, " + inFlight + " in flight" + (delayed == 0 ? "" : ", " + delayed + " delayed");
    }
}
