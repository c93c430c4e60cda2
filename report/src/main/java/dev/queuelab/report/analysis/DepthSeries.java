package dev.queuelab.report.analysis;

import dev.queuelab.core.trace.Location;
import dev.queuelab.core.trace.MessageTraces;
import dev.queuelab.core.trace.Move;
import dev.queuelab.lab.runstore.DepthSample;
import dev.queuelab.scenarios.check.Depth;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** How many messages were waiting, in flight and dead-lettered at each moment. */
public final class DepthSeries {
    private static final Location[] SHOWN = {Location.WAITING, Location.IN_FLIGHT, Location.DEAD_LETTERED};

    private DepthSeries() {}

    /** As the queues counted them. */
    public static Series sampled(List<DepthSample> samples, RunTime time) {
        Series series = empty();
        samples.forEach(sample -> {
            Depth queue = sample.queue();
            Depth dead = sample.deadLetterQueue();
            series.add(
                    time.seconds(sample.at()),
                    (double) (queue.waiting() + queue.delayed()),
                    (double) queue.inFlight(),
                    (double) (dead.waiting() + dead.inFlight()));
        });
        return series;
    }

    /** As the histories show it. */
    public static Series reconstructed(MessageTraces traces, RunTime time) {
        Series series = empty();
        Map<Location, Integer> counts = new EnumMap<>(Location.class);
        series.add(0, 0, 0, 0);
        traces.all().stream()
                .flatMap(trace -> trace.moves().stream())
                .filter(move -> !move.at().isAfter(time.ended()))
                .sorted(Comparator.comparing(Move::at))
                .forEach(move -> {
                    counts.merge(move.from(), -1, Integer::sum);
                    counts.merge(move.to(), 1, Integer::sum);
                    series.add(time.seconds(move.at()), point(counts));
                });
        series.add(time.end(), point(counts));
        return series;
    }

    private static double[] point(Map<Location, Integer> counts) {
        double[] point = new double[SHOWN.length];
        for (int i = 0; i < SHOWN.length; i++) {
            point[i] = counts.getOrDefault(SHOWN[i], 0);
        }
        return point;
    }

    private static Series empty() {
        return Series.of("waiting", "inFlight", "dlq");
    }
}
