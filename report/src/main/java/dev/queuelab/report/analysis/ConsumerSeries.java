package dev.queuelab.report.analysis;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** How many consumers ran at each moment. */
public final class ConsumerSeries {
    private ConsumerSeries() {}

    private record Change(double at, int by) {}

    public static Series of(List<ProcessTimeline> processes, RunTime time) {
        List<Change> changes = processes.stream()
                .filter(process -> process.role().equals("consumer"))
                .flatMap(process -> process.to() < time.end()
                        ? Stream.of(new Change(process.from(), 1), new Change(process.to(), -1))
                        : Stream.of(new Change(process.from(), 1)))
                .sorted(Comparator.comparingDouble(Change::at))
                .toList();
        Series series = Series.of("consumers");
        series.add(0, 0);
        int running = 0;
        for (Change change : changes) {
            running += change.by();
            series.add(change.at(), running);
        }
        series.add(time.end(), running);
        return series;
    }
}
