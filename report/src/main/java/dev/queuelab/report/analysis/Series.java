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

    /** Adds a point: a value for each name, in their order. At a time that is there already it replaces them. */
    void add(double at, double... point) {
        boolean again = !t.isEmpty() && t.get(t.size() - 1) == at;
        if (!again) {
            t.add(at);
        }
        int i = 0;
        for (List<Double> list : values.values()) {
            if (again) {
                list.set(list.size() - 1, point[i++]);
            } else {
                list.add(point[i++]);
            }
        }
    }

    /** At most {@code most} points of these, the first and the last among them. */
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
