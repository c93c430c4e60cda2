package dev.queuelab.gateway.fault.sqs;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.queuelab.gateway.call.Body;
import dev.queuelab.gateway.call.Call;
import dev.queuelab.gateway.call.Reply;
import dev.queuelab.gateway.fault.Next;

/** Asks the service for a queue's attributes, on behalf of a call to that queue. */
final class QueueAttributes {
    private QueueAttributes() {}

    /** The service's reply: an error where there is no such queue. */
    static Reply reply(Call call, Next next) {
        ObjectNode request = Body.emptyObject()
                .put("QueueUrl", call.request().path("QueueUrl").asText());
        request.withArray("AttributeNames").add("All");
        return next.forward(call.as("GetQueueAttributes", request));
    }

    /** The attributes; nothing where the service does not say. */
    static JsonNode of(Call call, Next next) {
        return reply(call, next) instanceof Reply.Answer answer && answer.isOk()
                ? answer.json().path("Attributes")
                : Body.emptyObject();
    }
}
