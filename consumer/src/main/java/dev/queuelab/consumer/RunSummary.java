package dev.queuelab.consumer;

import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * How a consumer's run ended.
 *
 * @param processed messages that need not come back: their work is done, or too old to be wanted
 * @param calls requests by service and operation
 */
record RunSummary(String reason, int processed, Map<String, Long> calls) {

    /** For people, such as "idle timeout: 10 messages processed, 61 requests (6.1 a message): Sqs.DeleteMessage 10, ...". */
    String line() {
        long requests = calls.values().stream().mapToLong(Long::longValue).sum();
        String each =
                processed == 0 ? "" : String.format(Locale.ROOT, " (%.1f a message)", (double) requests / processed);
        String kinds = calls.entrySet().stream()
                .map(call -> call.getKey() + " " + call.getValue())
                .collect(Collectors.joining(", "));
        return reason + ": " + processed + " messages processed, " + requests + " requests" + each
                + (kinds.isEmpty() ? "" : ": " + kinds);
    }
}
