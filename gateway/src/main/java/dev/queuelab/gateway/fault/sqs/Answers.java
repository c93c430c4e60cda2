package dev.queuelab.gateway.fault.sqs;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.queuelab.gateway.call.Body;
import dev.queuelab.gateway.call.Headers;
import dev.queuelab.gateway.call.Reply;
import java.util.List;
import java.util.Map;

/** Answers that SQS gives where it has done what was asked. */
final class Answers {
    private Answers() {}

    static Reply.Answer ok(ObjectNode body) {
        return new Reply.Answer(
                200,
                Headers.of(Map.of(
                        "Content-Type", List.of("application/x-amz-json-1.0"),
                        "x-amzn-RequestId", List.of("queue-lab"))),
                Body.of(body));
    }

    /** For an operation that has nothing to answer. */
    static Reply.Answer done() {
        return ok(Body.emptyObject());
    }

    /** The messages of a receive; none where the reply is anything else. */
    static JsonNode messages(Reply reply) {
        return reply instanceof Reply.Answer answer && answer.isOk()
                ? answer.json().path("Messages")
                : Body.emptyObject();
    }
}
