package dev.queuelab.gateway.call;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Calls in SQS's query protocol, which older SDKs speak, are made in JSON, and what is answered is written in XML: so
 * all that the gateway sees and breaks has one form. Both protocols have the same operations (Amazon SQS API Reference).
 */
public final class QueryProtocol {
    private static final Set<String> OPERATIONS = Set.of(
            "AddPermission",
            "CancelMessageMoveTask",
            "ChangeMessageVisibility",
            "ChangeMessageVisibilityBatch",
            "CreateQueue",
            "DeleteMessage",
            "DeleteMessageBatch",
            "DeleteQueue",
            "GetQueueAttributes",
            "GetQueueUrl",
            "ListDeadLetterSourceQueues",
            "ListMessageMoveTasks",
            "ListQueueTags",
            "ListQueues",
            "PurgeQueue",
            "ReceiveMessage",
            "RemovePermission",
            "SendMessage",
            "SendMessageBatch",
            "SetQueueAttributes",
            "StartMessageMoveTask",
            "TagQueue",
            "UntagQueue");

    /** Errors whose code in this protocol is not their name (Amazon SQS API Reference, each operation's errors). */
    private static final Map<String, String> CODES = Map.ofEntries(
            code("BatchEntryIdsNotDistinct"),
            code("BatchRequestTooLong"),
            code("EmptyBatchRequest"),
            code("InvalidBatchEntryId"),
            code("MessageNotInflight"),
            code("PurgeQueueInProgress"),
            code("QueueDeletedRecently"),
            code("TooManyEntriesInBatchRequest"),
            code("UnsupportedOperation"),
            Map.entry("QueueDoesNotExist", "AWS.SimpleQueueService.NonExistentQueue"),
            Map.entry("QueueNameExists", "QueueAlreadyExists"));

    private QueryProtocol() {}

    private static Map.Entry<String, String> code(String error) {
        return Map.entry(error, "AWS.SimpleQueueService." + error);
    }

    /** The same call in JSON; empty if it is none in the query protocol, or of an operation that is not known. */
    public static Optional<Call> toJson(Call call) {
        if (call.protocol() != Protocol.QUERY || !OPERATIONS.contains(call.operation())) {
            return Optional.empty();
        }
        ObjectNode request = QueryForm.toJson(call.operation(), call.request());
        if (!request.has("QueueUrl") && call.path().length() > 1) {
            request.put("QueueUrl", "http://queue" + call.path()); // a client may name the queue by the path alone
        }
        Headers headers = call.headers()
                .with("Content-Type", "application/x-amz-json-1.0")
                .with("X-Amz-Target", "AmazonSQS." + call.operation())
                .with("x-amzn-query-mode", "true"); // the error's code in this protocol is wanted, too
        return Optional.of(new Call(
                call.number(),
                call.caller(),
                call.service(),
                Protocol.JSON,
                call.operation(),
                "POST",
                "/",
                headers,
                Body.of(request),
                request));
    }

    /** A reply to the call in JSON, as its client expects it. */
    public static Reply toXml(Call call, Reply reply) {
        if (reply instanceof Reply.Cut cut) {
            return new Reply.Cut(cut.answer().map(answer -> toXml(call, answer)), cut.bytes());
        }
        return toXml(call, (Reply.Answer) reply);
    }

    private static Reply.Answer toXml(Call call, Reply.Answer answer) {
        String requestId = answer.headers().first("x-amzn-RequestId").orElse("queue-lab");
        String xml = answer.error()
                .map(code -> QueryXml.error(fault(answer), CODES.getOrDefault(code, code), message(answer), requestId))
                .orElseGet(() -> QueryXml.answer(call.operation(), answer.json(), requestId));
        return new Reply.Answer(
                answer.status(),
                answer.headers().without("x-amzn-query-error").with("Content-Type", "text/xml"),
                Body.of(xml));
    }

    private static String fault(Reply.Answer answer) {
        return answer.status() < 500 ? "Sender" : "Receiver";
    }

    private static String message(Reply.Answer answer) {
        ObjectNode body = answer.json();
        return body.path("message").asText(body.path("Message").asText());
    }
}
