package dev.queuelab.core.aws;

import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.core.interceptor.SdkExecutionAttribute;

/** Counts requests by service and operation. A retried call counts once for each request, as AWS bills it. */
public final class CallCounter {
    private final Map<String, LongAdder> requests = new ConcurrentHashMap<>();

    /** Requests so far, as {@code "Sqs.ReceiveMessage" -> 3}. */
    public Map<String, Long> counts() {
        Map<String, Long> counts = new TreeMap<>();
        requests.forEach((operation, count) -> counts.put(operation, count.sum()));
        return counts;
    }

    ExecutionInterceptor interceptor() {
        return new ExecutionInterceptor() {
            @Override
            public void beforeTransmission(Context.BeforeTransmission context, ExecutionAttributes attributes) {
                String operation = attributes.getAttribute(SdkExecutionAttribute.SERVICE_NAME)
                        + "."
                        + attributes.getAttribute(SdkExecutionAttribute.OPERATION_NAME);
                requests.computeIfAbsent(operation, unused -> new LongAdder()).increment();
            }
        };
    }
}
