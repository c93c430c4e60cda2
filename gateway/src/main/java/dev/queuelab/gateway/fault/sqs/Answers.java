package dev.queuelab.gateway.fault.sqs;

import com.fasterxml.jackson.databind.JsonNode;
import dev.queuelab.gateway.call.Body;
import dev.queuelab.gateway.call.Reply;

/** Answers that SQS gives where it has done what was asked. */
final class Answers {
    private Answers() {}

    /** For an operation that has nothing to answer. */
    static Reply.Answer done() {
        return Reply.ok(Body.emptyObject());
    }

    /** The messages of a receive; none where the reply is anything else. */
    static JsonNode messages(Reply reply) {
        return reply instanceof Reply.Answer answer && answer.isOk()
                ? answer.json().path("Messages")
                : Body.emptyObject();
    }
}
