package dev.queuelab.report.analysis;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Values over time.
 *
 * @param t seconds since the run began, ascending
 * @param values a list as long as {@code t} for each name
 */
public record Series(List<Double> t, Map<String, List<Double>> values) {

    /** Empty, for values of these names. */
    static Series of(String... names) {
        Map<String, List<Double>> values = new LinkedHashMap<>();
        for (String name : names) {
            values.put(name, new ArrayList<>());
        }
        return new Series(new ArrayList<>(), values);
    }

    /** Adds a point: a value for each name, in their order. It replaces a last point of the same time. */
    void add(double at, double... point) {
        boolean replaces = !t.isEmpty() && t.get(t.size() - 1) == at;
        if (!replaces) {
            t.add(at);
        }
        int i = 0;
        for (List<Double> list : values.values()) {
            if (replaces) {
                list.set(list.size() - 1, point[i++]);
            } else {
                list.add(point[i++]);
            }
        }
    }

    static double round(double value, int decimals) {
        double unit = Math.pow(10, decimals);
        return Math.round(value * unit) / unit;
    }

    /** At most {@code most} of these points, among them the first and the last. */
    public Series thinned(int most) {
        if (t.size() <= most) {
            return this;
        }
        Series thin = of(values.keySet().toArray(String[]::new));
        for (int i = 0; i < most; i++) {
            int from = (int) ((long) i * (t.size() - 1) / (most - 1));
            thin.add(
                    t.get(from),
                    values.values().stream().mapToDouble(list -> list.get(from)).toArray());
        }
        return thin;
    }
}
