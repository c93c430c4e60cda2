package dev.queuelab.report.analysis;

import dev.queuelab.gateway.call.Service;
import dev.queuelab.gateway.history.CallFact;
import dev.queuelab.gateway.history.CallRecord;
import java.util.Comparator;
import java.util.List;

/**
 * A queue, a table or another service that the run's processes called.
 *
 * @param name the queue's or the table's; where a call names none, its service's
 */
public record CalledResource(String name, Kind kind) {

    /** What it is, in the order in which a page shows them. */
    public enum Kind {
        QUEUE,
        DEAD_LETTER_QUEUE,
        TABLE,
        SERVICE
    }

    public static CalledResource of(CallFact.Called call) {
        return new CalledResource(nameOf(call), kindOf(call));
    }

    /** All that these calls went to, each once: queues, then tables, then other services. */
    public static List<CalledResource> of(List<CallRecord> calls) {
        return calls.stream()
                .map(call -> of(call.called()))
                .distinct()
                .sorted(Comparator.comparing(CalledResource::kind).thenComparing(CalledResource::name))
                .toList();
    }

    private static String nameOf(CallFact.Called call) {
        if (!call.resource().isEmpty()) {
            return call.resource();
        }
        return call.service().map(Service::name).orElse("HTTP");
    }

    /** A dead-letter queue is known by its name, as Queue Lab's stacks have it. */
    private static Kind kindOf(CallFact.Called call) {
        if (call.service().filter(Service.SQS::equals).isPresent()) {
            return call.resource().matches(".*-dlq(\\.fifo)?") ? Kind.DEAD_LETTER_QUEUE : Kind.QUEUE;
        }
        return call.service().filter(Service.DYNAMODB::equals).isPresent() ? Kind.TABLE : Kind.SERVICE;
    }
}
