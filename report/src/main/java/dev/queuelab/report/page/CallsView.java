package dev.queuelab.report.page;

import dev.queuelab.core.trace.MessageTrace;
import dev.queuelab.core.trace.MessageTraces;
import dev.queuelab.lab.runstore.StoredRun;
import dev.queuelab.report.analysis.CallChoice;
import dev.queuelab.report.analysis.CallMessages;
import dev.queuelab.report.analysis.CalledResource;
import dev.queuelab.report.analysis.FaultRow;
import dev.queuelab.report.analysis.RunTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The gateway's record as a page shows it.
 *
 * @param all how many calls were recorded
 * @param resources what they went to
 * @param shown those that the page holds, in the order in which they came
 */
record CallsView(int all, List<CalledResource> resources, List<CallView> shown, List<FaultView> faults) {
    private static final int MOST_RESOURCES = 30;
    private static final int MOST_MESSAGES_OF_A_FAULT = 5;

    /**
     * A row of the table of faults.
     *
     * @param messages how many messages it met
     * @param examples some of those that the page shows: indices
     */
    record FaultView(
            String fault, String operation, String process, long times, int messages, List<Integer> examples) {}

    /**
     * The calls of a run; empty where there was no gateway.
     *
     * @param shown the messages that the page shows
     */
    static Optional<CallsView> of(
            StoredRun run, MessageTraces traces, List<MessageView> shown, int most, Limits limits) {
        if (run.calls().isEmpty()) {
            return Optional.empty();
        }
        RunTime time = RunTime.of(run);
        CallMessages messages = new CallMessages(traces);
        Map<String, Integer> indices = new HashMap<>();
        shown.forEach(message -> indices.put(message.id(), indices.size()));
        var unusual = traces.all().stream()
                .filter(MessageTrace::isUnusual)
                .map(MessageTrace::id)
                .collect(Collectors.toSet());
        return Optional.of(new CallsView(
                run.calls().size(),
                limits.firstAndLast("queues and tables", CalledResource.of(run.calls()), MOST_RESOURCES),
                CallChoice.of(run.calls(), most, messages, unusual).stream()
                        .map(call -> CallView.of(call, time, messages, indices))
                        .toList(),
                limits.firstAndLast("rows of faults", FaultRow.of(run.calls(), messages), Limits.MOST_ROWS).stream()
                        .map(row -> of(row, indices))
                        .toList()));
    }

    private static FaultView of(FaultRow row, Map<String, Integer> indices) {
        List<Integer> examples = row.messages().stream()
                .filter(indices::containsKey)
                .map(indices::get)
                .limit(MOST_MESSAGES_OF_A_FAULT)
                .toList();
        return new FaultView(
                row.fault(),
                row.operation(),
                row.process(),
                row.times(),
                row.messages().size(),
                examples);
    }
}
