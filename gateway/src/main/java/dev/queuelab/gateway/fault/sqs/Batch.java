package dev.queuelab.gateway.fault.sqs;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.queuelab.gateway.call.Body;
import dev.queuelab.gateway.call.Call;
import dev.queuelab.gateway.call.Reply;
import dev.queuelab.gateway.fault.Next;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * A call of which the messages are not all treated alike: a batch of entries, or a call about one message. Those set
 * apart are answered for, and the rest is forwarded.
 */
final class Batch {
    private static final String ENTRIES = "Entries";
    private static final int MOST_ENTRIES = 10;

    private final Call call;
    private final List<String> apart = new ArrayList<>();
    private final ArrayNode rest;

    private Batch(Call call) {
        this.call = call;
        this.rest = call.request().arrayNode();
    }

    /** Sets entries apart. A batch that the service refuses as a whole is left to it. */
    static Batch split(Call call, Predicate<JsonNode> apart) {
        Batch batch = new Batch(call);
        JsonNode entries = call.request().path(ENTRIES);
        if (isAccepted(entries)) {
            for (JsonNode entry : entries) {
                if (apart.test(entry)) {
                    batch.apart.add(entry.path("Id").asText());
                } else {
                    batch.rest.add(entry);
                }
            }
        }
        return batch;
    }

    private static boolean isAccepted(JsonNode entries) {
        Set<String> ids = new HashSet<>();
        entries.forEach(entry -> ids.add(entry.path("Id").asText()));
        return ids.size() == entries.size() && entries.size() <= MOST_ENTRIES;
    }

    /** Confirms the deletions that are set apart, of a batch or of one message, and forwards the others. */
    static Reply confirm(Call call, Next next, Predicate<JsonNode> apart) {
        if (call.operation().equals("DeleteMessageBatch")) {
            return split(call, apart).forward(next, "Successful", Body::emptyObject);
        }
        return apart.test(call.request()) ? Answers.done() : next.forward(call);
    }

    /**
     * Forwards the rest, if there is any, and adds the others to the reply.
     *
     * @param list the reply's list to which they are added
     * @param result what it says of each besides its id
     */
    Reply forward(Next next, String list, Supplier<ObjectNode> result) {
        if (apart.isEmpty()) {
            return next.forward(call);
        }
        Reply reply = rest.isEmpty() ? nothing() : next.forward(withRest());
        if (!(reply instanceof Reply.Answer answer) || !answer.isOk()) {
            return reply;
        }
        ObjectNode body = answer.json();
        ArrayNode results = body.withArray(list);
        apart.forEach(id -> results.add(result.get().put("Id", id)));
        return answer.withJson(body);
    }

    private static Reply.Answer nothing() {
        ObjectNode body = Body.emptyObject();
        body.putArray("Successful");
        body.putArray("Failed");
        return Reply.ok(body);
    }

    private Call withRest() {
        ObjectNode request = call.request().deepCopy();
        request.set(ENTRIES, rest);
        return call.withRequest(request);
    }
}
