package dev.queuelab.report.analysis;

import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;

/**
 * The requests of the run's producers and consumers, and what a million messages would cost at as many requests a
 * message. The runner's own requests do not count.
 *
 * @param messages that were sent
 * @param uncounted processes that did not record their calls
 * @param perMillionMessages US dollars, of the operations that have a price
 * @param unpriced operations that have no price
 */
public record Cost(
        List<Row> rows,
        long messages,
        List<String> uncounted,
        double perMillionMessages,
        List<String> unpriced,
        String source,
        String assumptions) {

    /**
     * One operation.
     *
     * @param perMillionCalls US dollars
     * @param perMillionMessages US dollars for the calls that a million messages would take
     */
    public record Row(
            String operation,
            long calls,
            double perMessage,
            OptionalDouble perMillionCalls,
            OptionalDouble perMillionMessages) {}

    public static Cost of(List<ProcessTimeline> processes, long messages, Prices prices) {
        Map<String, Long> calls = new TreeMap<>();
        processes.forEach(
                process -> process.calls().forEach((operation, count) -> calls.merge(operation, count, Long::sum)));
        boolean fifo = processes.stream()
                .anyMatch(process ->
                        process.settings().getOrDefault("QUEUE_URL", "").endsWith(".fifo"));
        List<Row> rows = calls.entrySet().stream()
                .map(call -> row(call.getKey(), call.getValue(), messages, prices.perMillion(call.getKey(), fifo)))
                .toList();
        return new Cost(
                rows,
                messages,
                processes.stream()
                        .filter(ProcessTimeline::lacksCalls)
                        .map(ProcessTimeline::name)
                        .toList(),
                rounded(rows.stream()
                        .mapToDouble(row -> row.perMillionMessages().orElse(0))
                        .sum()),
                rows.stream()
                        .filter(row -> row.perMillionCalls().isEmpty())
                        .map(Row::operation)
                        .toList(),
                prices.source(),
                prices.assumptions());
    }

    private static Row row(String operation, long calls, long messages, OptionalDouble perMillionCalls) {
        double perMessage = messages == 0 ? 0 : (double) calls / messages;
        return new Row(
                operation,
                calls,
                Series.round(perMessage, 3),
                perMillionCalls,
                perMillionCalls.isPresent() && messages > 0
                        ? OptionalDouble.of(rounded(perMessage * perMillionCalls.getAsDouble()))
                        : OptionalDouble.empty());
    }

    private static double rounded(double dollars) {
        return Series.round(dollars, 4);
    }
}
