package dev.queuelab.lab.wire;

import com.fasterxml.jackson.databind.JsonNode;
import dev.queuelab.core.payload.Payload;
import dev.queuelab.gateway.breakpoint.CallPattern;
import dev.queuelab.gateway.breakpoint.Interceptor;
import dev.queuelab.gateway.call.Call;
import dev.queuelab.gateway.call.Reply;
import dev.queuelab.gateway.call.Service;
import dev.queuelab.gateway.fault.Encounter;
import dev.queuelab.gateway.fault.Next;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Makes poison fail without the program's knowing: the external service refuses the work of each message whose body
 * contains a marker, with 422. Of deliveries in SQS's older query protocol it knows nothing, and refuses none of them.
 */
public final class RejectedWork implements Interceptor {
    private static final String NAME = "rejected";
    private static final int UNPROCESSABLE_CONTENT = 422;

    private final String marker;
    private final Set<String> poison = ConcurrentHashMap.newKeySet();

    /** One that rejects messages with this in their bodies. */
    public RejectedWork(String marker) {
        this.marker = marker;
    }

    @Override
    public Reply intercept(Call call, Encounter encounter, Next next) {
        if (isOfPoison(call, encounter)) {
            encounter.meets(NAME);
            return Reply.problem(
                    UNPROCESSABLE_CONTENT, "Unprocessable", "the message contains " + marker + ", and cannot be done");
        }
        Reply reply = next.forward(call);
        if (reply instanceof Reply.Answer answer && CallPattern.RECEIVE.matches(call, List.of())) {
            answer.json().path("Messages").forEach(this::remember);
        }
        return reply;
    }

    private boolean isOfPoison(Call call, Encounter encounter) {
        return call.isFor(Service.EFFECTS)
                && encounter.subjects().stream().anyMatch(message -> message.isNamed(poison));
    }

    /** By the names by which a program may ask for its work. */
    private void remember(JsonNode message) {
        String body = message.path("Body").asText();
        if (body.contains(marker)) {
            poison.add(message.path("MessageId").asText());
            Payload.parse(body).text(Payload.ID).ifPresent(poison::add);
        }
    }
}
