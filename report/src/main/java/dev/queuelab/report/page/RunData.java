package dev.queuelab.report.page;

import dev.queuelab.core.trace.MessageTrace;
import dev.queuelab.core.trace.MessageTraces;
import dev.queuelab.lab.runstore.RunInfo;
import dev.queuelab.lab.runstore.StoredRun;
import dev.queuelab.report.analysis.AgeSeries;
import dev.queuelab.report.analysis.ConsumerSeries;
import dev.queuelab.report.analysis.Cost;
import dev.queuelab.report.analysis.DepthSeries;
import dev.queuelab.report.analysis.EventView;
import dev.queuelab.report.analysis.Prices;
import dev.queuelab.report.analysis.ProcessTimeline;
import dev.queuelab.report.analysis.RateSeries;
import dev.queuelab.report.analysis.RunCounts;
import dev.queuelab.report.analysis.RunTime;
import dev.queuelab.report.analysis.Series;
import dev.queuelab.scenarios.check.Table;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A run as the page's data block. Its shape is pinned by golden files; times are seconds since the run began. */
final class RunData {
    private static final int MOST_POINTS = 600;
    private static final int MOST_PROCESSES = 200;

    private final StoredRun run;
    private final RunTime time;
    private final MessageTraces traces;
    private final List<ProcessTimeline> processes;

    RunData(StoredRun run) {
        this.run = run;
        this.time = RunTime.of(run);
        this.traces = run.traces();
        this.processes = ProcessTimeline.of(run.history(), time);
    }

    /** The data block; {@code processEvents} are those that are about no message. */
    record Document(
            int format,
            String kind,
            RunHead run,
            OutcomeView outcome,
            RunInfo.Queue queue,
            double endOfRun,
            RunCounts counts,
            List<Step> steps,
            List<CheckView> checks,
            Map<String, Table> tables,
            List<ProcessTimeline> processes,
            List<MessageView> messages,
            Optional<CallsView> calls,
            List<EventView> processEvents,
            Map<String, Series> series,
            Cost cost,
            List<String> notes,
            List<String> leftOut) {}

    record Step(double at, String text) {}

    /** The data, with at most so many messages, and at most so many calls; the counts include all of them. */
    Document document(int mostMessages) {
        Limits limits = new Limits();
        RunCounts counts = RunCounts.of(run, traces);
        List<MessageView> messages = messages(limits, mostMessages);
        return new Document(
                PageJson.FORMAT,
                "run",
                RunHead.of(run),
                OutcomeView.of(run),
                run.info().flatMap(RunInfo::queue).orElse(new RunInfo.Queue(0, 0)),
                time.end(),
                counts,
                steps(limits),
                CheckView.of(run, limits),
                run.tables(),
                limits.firstAndLast("processes", processes, MOST_PROCESSES),
                messages,
                CallsView.of(run, traces, messages, mostMessages, limits),
                limits.firstAndLast("events of processes", traces.processFacts(), Limits.MOST_ROWS).stream()
                        .map(entry -> EventView.of(entry, time))
                        .toList(),
                series(),
                Cost.of(processes, counts.messages(), Prices.listed()),
                run.notes().stream().map(Limits::text).toList(),
                limits.notes());
    }

    private List<Step> steps(Limits limits) {
        List<Step> steps = run.steps().stream()
                .flatMap(record ->
                        record.step().stream().map(text -> new Step(time.seconds(record.at()), Limits.text(text))))
                .toList();
        return limits.firstAndLast("steps", steps, Limits.MOST_ROWS);
    }

    private List<MessageView> messages(Limits limits, int most) {
        return limits
                .preferring(
                        "messages",
                        List.copyOf(traces.all()),
                        most,
                        "those that took an unusual way come first, then others from all of the run",
                        MessageTrace::isUnusual)
                .stream()
                .map(trace -> MessageView.of(trace, time))
                .toList();
    }

    private Map<String, Series> series() {
        Map<String, Series> series = new LinkedHashMap<>();
        series.put("sampled", DepthSeries.sampled(run.depths(), time).thinned(MOST_POINTS));
        series.put("reconstructed", DepthSeries.reconstructed(traces, time).thinned(MOST_POINTS));
        series.put("rates", RateSeries.of(run.history(), time));
        series.put("oldest", AgeSeries.oldest(traces, time));
        series.put("consumers", ConsumerSeries.of(processes, time).thinned(MOST_POINTS));
        return series;
    }

    /** The run's scenario, or control, and its verdict. */
    static String title(StoredRun run) {
        Optional<String> control = run.info().flatMap(RunInfo::control).map(taken -> taken.name());
        Optional<String> verdict = control.isPresent()
                ? run.outcome()
                        .flatMap(outcome -> outcome.controlJudgement())
                        .map(judged -> judged.verdict().name())
                : run.outcome().map(outcome -> outcome.verdict().name());
        return RunHead.of(run).scenario()
                + control.map(name -> ", control " + name).orElse("") + ": " + verdict.orElse("no verdict");
    }
}
