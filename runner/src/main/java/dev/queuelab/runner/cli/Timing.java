package dev.queuelab.runner.cli;

import dev.queuelab.core.toolbox.Seconds;
import dev.queuelab.lab.run.StackSchedule;
import dev.queuelab.report.analysis.WallTime;
import dev.queuelab.scenarios.check.Table;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Where the wall time of a command's runs went. Runs side by side may be added at the same time. */
final class Timing {
    private final SortedMap<Integer, Timed> runs = new TreeMap<>();

    private record Timed(String title, String stack, WallTime time) {}

    /** @param place among the command's runs */
    synchronized void add(int place, String title, String stack, WallTime time) {
        runs.put(place, new Timed(title, stack, time));
    }

    /** Where one run's time went, in a line: what took some, and the floor. */
    static String line(WallTime time) {
        return "timing: "
                + Arrays.stream(WallTime.Use.values())
                        .filter(use -> time.of(use).toMillis() >= 50)
                        .map(use -> use.title() + " " + Seconds.format(time.of(use)) + " s")
                        .collect(Collectors.joining(", "))
                + "; the floor is " + Seconds.format(time.floor()) + " s of " + Seconds.format(time.whole()) + " s";
    }

    /**
     * A row for each run, in seconds, then the floor of all together.
     *
     * @param took how long they took together
     * @param jobs how many went on side by side at most
     */
    synchronized void print(Duration took, int jobs, PrintWriter out) {
        List<WallTime.Use> uses = List.of(WallTime.Use.values());
        List<String> columns = new ArrayList<>(List.of("seconds of", "all", "floor"));
        uses.forEach(use -> columns.add(use.title()));
        List<List<String>> rows = runs.values().stream()
                .map(run -> Stream.concat(
                                Stream.of(
                                        run.title(),
                                        Seconds.format(run.time().whole()),
                                        Seconds.format(run.time().floor())),
                                uses.stream()
                                        .map(use -> Seconds.format(run.time().of(use))))
                        .toList())
                .toList();
        out.println();
        TextTable.lines(new Table(columns, rows)).forEach(out::println);
        out.println("the runs took " + Seconds.format(took) + " s; with up to " + jobs
                + " at a time their waits alone take at least " + Seconds.format(floor(jobs)) + " s");
    }

    private Duration floor(int jobs) {
        return StackSchedule.floor(
                runs.values().stream()
                        .map(run -> new StackSchedule.Item<>(
                                run.title(), run.stack(), run.time().floor()))
                        .toList(),
                jobs);
    }
}
