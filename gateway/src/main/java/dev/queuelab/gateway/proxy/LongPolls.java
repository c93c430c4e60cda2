package dev.queuelab.gateway.proxy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.queuelab.gateway.call.Body;
import dev.queuelab.gateway.call.Call;
import dev.queuelab.gateway.call.Protocol;
import dev.queuelab.gateway.call.Reply;
import dev.queuelab.gateway.call.Service;
import dev.queuelab.gateway.fault.Next;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BooleanSupplier;

/**
 * Long polls of processes that may end, or be paused, at any time. SQS may give a message to a poll whose client is gone,
 * for as long as the poll lasts, which is up to 20 s. So the poll of a process that is watched is forwarded in parts of a
 * second, one after the other, and no more of them once the process has ended or stands still.
 */
final class LongPolls {
    private static final String WAIT = "WaitTimeSeconds";
    private static final int PART_SECONDS = 1;
    private static final Reply NOTHING = Reply.ok(Body.emptyObject());

    private final Next service;
    private final Map<String, BooleanSupplier> reading = new ConcurrentHashMap<>();

    LongPolls(Next service) {
        this.service = service;
    }

    /** From now on no poll of this process goes on for longer than a second once it does not read any more. */
    void endWith(String caller, BooleanSupplier isReading) {
        reading.put(caller, isReading);
    }

    /** Forwards any call. A poll of a process that does not read its answer is not forwarded. */
    Reply forward(Call call) {
        BooleanSupplier isReading = reading.get(call.caller());
        if (isReading == null || !isReceive(call)) {
            return service.forward(call);
        }
        return isReading.getAsBoolean() ? inParts(call, isReading) : NOTHING;
    }

    private static boolean isReceive(Call call) {
        return call.isFor(Service.SQS)
                && call.protocol() == Protocol.JSON
                && call.operation().equals("ReceiveMessage");
    }

    private Reply inParts(Call call, BooleanSupplier isReading) {
        int left = call.request().path(WAIT).asInt();
        if (left <= PART_SECONDS || call.request().has("ReceiveRequestAttemptId")) { // which names one receive
            return service.forward(call);
        }
        Call part = call.withRequest(withWait(call.request(), PART_SECONDS));
        Reply reply = service.forward(part);
        while (isEmpty(reply) && (left -= PART_SECONDS) > 0 && isReading.getAsBoolean()) {
            reply = service.forward(part);
        }
        return reply;
    }

    private static ObjectNode withWait(ObjectNode request, int seconds) {
        return request.deepCopy().put(WAIT, seconds);
    }

    private static boolean isEmpty(Reply reply) {
        return reply instanceof Reply.Answer answer
                && answer.isOk()
                && answer.json().path("Messages").isEmpty();
    }
}
