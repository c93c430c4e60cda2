package dev.queuelab.gateway.fault.sqs;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.queuelab.core.payload.Payload;
import dev.queuelab.gateway.call.Body;
import dev.queuelab.gateway.call.Call;
import dev.queuelab.gateway.call.Protocol;
import dev.queuelab.gateway.call.Reply;
import dev.queuelab.gateway.fault.Next;
import java.util.Set;

/** Names of messages and handles in requests and replies, and what a fault does to a message. */
final class Messages {
    /** How many a fault remembers: as many as may be in flight on a queue. */
    static final int MOST_REMEMBERED = 120_000;

    private static final String HANDLE = "ReceiptHandle";

    private Messages() {}

    /** Standard queues alone deliver more than once and in any order; calls in another protocol are not looked into. */
    static boolean areOfStandardQueue(Call call) {
        return call.protocol() == Protocol.JSON && !call.resource().endsWith(".fifo");
    }

    /** The name of a message that is sent: its producer's, or what it says. */
    static String nameOfBody(String body) {
        Payload payload = Payload.parse(body);
        return payload.text(Payload.ID).orElseGet(payload::digest);
    }

    /** The name of a message that was received: its producer's, or the queue's. */
    static String name(JsonNode received) {
        return Payload.parse(received.path("Body").asText()).text(Payload.ID).orElseGet(() -> id(received));
    }

    static String id(JsonNode received) {
        return received.path("MessageId").asText();
    }

    /** The handle in a message that was received, in a request, or in an entry of a batch. */
    static String handle(JsonNode node) {
        return node.path(HANDLE).asText();
    }

    /** Makes a message visible again after this time, of the client's own queue. */
    static Reply showAfter(int seconds, String handle, Call call, Next next) {
        ObjectNode request = Body.emptyObject();
        request.set("QueueUrl", call.request().path("QueueUrl"));
        request.put(HANDLE, handle).put("VisibilityTimeout", seconds);
        return next.forward(call.as("ChangeMessageVisibility", request));
    }

    /** Whether the reply is an answer that confirms. */
    static boolean isDone(Reply reply) {
        return reply instanceof Reply.Answer answer && answer.isOk();
    }

    /** Whether the reply is one of these errors. */
    static boolean isError(Reply reply, Set<String> codes) {
        return reply instanceof Reply.Answer answer
                && answer.error().filter(codes::contains).isPresent();
    }
}
