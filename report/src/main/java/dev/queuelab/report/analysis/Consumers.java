package dev.queuelab.report.analysis;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** How many consumers ran. */
public final class Consumers {
    private Consumers() {}

    private record Change(double at, int by) {}

    public static Series of(List<Lane> lanes, double endOfRun) {
        List<Change> changes = lanes.stream()
                .filter(lane -> lane.role().equals("consumer"))
                .flatMap(lane -> lane.to() < endOfRun
                        ? Stream.of(new Change(lane.from(), 1), new Change(lane.to(), -1))
                        : Stream.of(new Change(lane.from(), 1)))
                .sorted(Comparator.comparingDouble(Change::at))
                .toList();
        Series series = Series.of("consumers");
        series.add(0, 0);
        int running = 0;
        for (Change change : changes) {
            running += change.by();
            series.add(change.at(), running);
        }
        series.add(endOfRun, running);
        return series;
    }
}
