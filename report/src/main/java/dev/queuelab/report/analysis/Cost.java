package dev.queuelab.report.analysis;

import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;

/**
 * Requests that the run's producers and consumers made, and what as many for each of a million messages would cost. The
 * runner's own requests are not in it.
 *
 * @param messages that were sent
 * @param uncounted processes that ended, or still run, without recording what they called
 * @param millionMessages US dollars, as far as there are prices
 * @param unpriced operations without a price
 */
public record Cost(
        List<Row> rows,
        long messages,
        List<String> uncounted,
        double millionMessages,
        List<String> unpriced,
        String source,
        String assumptions) {

    /**
     * One operation.
     *
     * @param ofMillion US dollars for a million requests
     * @param millionMessages US dollars for what a million messages would take
     */
    public record Row(
            String operation,
            long calls,
            double perMessage,
            OptionalDouble ofMillion,
            OptionalDouble millionMessages) {}

    public static Cost of(List<ProcessTimeline> processes, long messages, Prices prices) {
        Map<String, Long> calls = new TreeMap<>();
        processes.forEach(
                process -> process.calls().forEach((operation, count) -> calls.merge(operation, count, Long::sum)));
        boolean fifo = processes.stream()
                .anyMatch(process ->
                        process.settings().getOrDefault("QUEUE_URL", "").endsWith(".fifo"));
        List<Row> rows = calls.entrySet().stream()
                .map(call -> row(call.getKey(), call.getValue(), messages, prices.ofMillion(call.getKey(), fifo)))
                .toList();
        return new Cost(
                rows,
                messages,
                processes.stream()
                        .filter(ProcessTimeline::hidesItsCalls)
                        .map(ProcessTimeline::name)
                        .toList(),
                rounded(rows.stream()
                        .mapToDouble(row -> row.millionMessages().orElse(0))
                        .sum()),
                rows.stream()
                        .filter(row -> row.ofMillion().isEmpty())
                        .map(Row::operation)
                        .toList(),
                prices.source(),
                prices.assumptions());
    }

    private static Row row(String operation, long calls, long messages, OptionalDouble ofMillion) {
        double perMessage = messages == 0 ? 0 : (double) calls / messages;
        return new Row(
                operation,
                calls,
                Math.round(perMessage * 1000) / 1000.0,
                ofMillion,
                ofMillion.isPresent() && messages > 0
                        ? OptionalDouble.of(rounded(perMessage * ofMillion.getAsDouble()))
                        : OptionalDouble.empty());
    }

    private static double rounded(double dollars) {
        return Math.round(dollars * 10_000) / 10_000.0;
    }
}
