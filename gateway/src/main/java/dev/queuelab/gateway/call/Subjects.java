package dev.queuelab.gateway.call;

import com.fasterxml.jackson.databind.JsonNode;
import dev.queuelab.core.payload.Payload;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Finds the messages and items that calls in JSON are about. */
public final class Subjects {
    private static final int HANDLE_DIGITS = 16;

    private final boolean recordBodies;
    private final KnownMessages known = new KnownMessages();

    /** With {@code recordBodies}, a subject has its message's whole body. */
    public Subjects(boolean recordBodies) {
        this.recordBodies = recordBodies;
    }

    /** What the request names. */
    public List<Subject> of(Call call) {
        JsonNode request = call.request();
        if (call.isFor(Service.DYNAMODB)) {
            return items(request);
        }
        List<Subject> subjects = new ArrayList<>();
        if (request.path("Entries").isArray()) {
            request.path("Entries").forEach(entry -> entry(entry).ifPresent(subjects::add));
        } else {
            entry(request).ifPresent(subjects::add);
        }
        return subjects;
    }

    private Optional<Subject> entry(JsonNode entry) {
        if (entry.path("MessageBody").isTextual()) {
            return Optional.of(
                    ofBody(Optional.empty(), entry.path("MessageBody").textValue()));
        }
        if (!entry.path("ReceiptHandle").isTextual()) {
            return Optional.empty();
        }
        String handle = handle(entry.path("ReceiptHandle").textValue());
        Subject message = known.find(handle).orElse(Subject.message(Optional.empty(), Optional.empty()));
        return Optional.of(message.withHandle(handle).withVisibility(number(entry.path("VisibilityTimeout"))));
    }

    private Subject ofBody(Optional<String> messageId, String body) {
        Payload payload = Payload.parse(body);
        return Subject.message(messageId, payload.text(Payload.ID))
                .withBody(payload.digest(), recordBodies ? Optional.of(body) : Optional.empty());
    }

    /** What stands for a receipt handle in a {@link Subject}. */
    public static String handle(String receiptHandle) {
        return Digest.sha256(receiptHandle).substring(0, HANDLE_DIGITS);
    }

    private static Optional<Integer> number(JsonNode value) {
        return value.isInt()
                ? Optional.of(value.intValue())
                : Optional.of(value.asText())
                        .filter(text -> text.matches("\\d{1,9}"))
                        .map(Integer::valueOf);
    }

    /** DynamoDB's items: one call's, or those of a transaction or a batch of writes. */
    private static List<Subject> items(JsonNode request) {
        List<Subject> items = new ArrayList<>();
        key(request).ifPresent(items::add);
        request.path("TransactItems")
                .forEach(action -> action.forEach(part -> key(part).ifPresent(items::add)));
        return items;
    }

    /** An item's key is its first attribute; where a request puts the item, that is {@code message_id} in our tables. */
    private static Optional<Subject> key(JsonNode request) {
        JsonNode item = request.path("Item");
        JsonNode value = request.path("Key").isObject() && !request.path("Key").isEmpty()
                ? request.path("Key").elements().next()
                : item.path("message_id");
        return value.isObject() && !value.isEmpty()
                ? Optional.of(Subject.item(value.elements().next().asText()))
                : Optional.empty();
    }

    /** What the answer names. Messages that it delivers are remembered by their handles. */
    public List<Subject> of(Call call, Reply.Answer answer) {
        if (!call.isFor(Service.SQS) || call.protocol() != Protocol.JSON || !answer.isOk()) {
            return List.of();
        }
        JsonNode reply = answer.json();
        return switch (call.operation()) {
            case "ReceiveMessage" -> received(reply);
            case "SendMessage" -> List.of(sent(of(call).get(0), reply));
            case "SendMessageBatch", "DeleteMessageBatch", "ChangeMessageVisibilityBatch" -> batch(call, reply);
            default -> List.of();
        };
    }

    private List<Subject> received(JsonNode reply) {
        List<Subject> messages = new ArrayList<>();
        for (JsonNode message : reply.path("Messages")) {
            String handle = handle(message.path("ReceiptHandle").asText());
            Subject subject = ofBody(
                            Optional.of(message.path("MessageId").asText()),
                            message.path("Body").asText())
                    .withHandle(handle)
                    .withDelivery(
                            number(message.path("Attributes").path("ApproximateReceiveCount")),
                            sentAt(message.path("Attributes").path("SentTimestamp")));
            known.add(handle, subject);
            messages.add(subject);
        }
        return messages;
    }

    private static Optional<Instant> sentAt(JsonNode millis) {
        return Optional.of(millis.asText())
                .filter(text -> text.matches("\\d{1,15}"))
                .map(text -> Instant.ofEpochMilli(Long.parseLong(text)));
    }

    private static Subject sent(Subject message, JsonNode result) {
        return Subject.message(Optional.of(result.path("MessageId").asText()), message.id());
    }

    private List<Subject> batch(Call call, JsonNode reply) {
        Map<String, Subject> byEntry = new HashMap<>();
        for (JsonNode entry : call.request().path("Entries")) {
            entry(entry).ifPresent(subject -> byEntry.put(entry.path("Id").asText(), subject));
        }
        List<Subject> subjects = new ArrayList<>();
        for (JsonNode done : reply.path("Successful")) {
            Optional.ofNullable(byEntry.get(done.path("Id").asText()))
                    .map(subject -> done.has("MessageId") ? sent(subject, done) : subject)
                    .ifPresent(subjects::add);
        }
        for (JsonNode failed : reply.path("Failed")) {
            Optional.ofNullable(byEntry.get(failed.path("Id").asText()))
                    .map(subject -> subject.withFailure(failed.path("Code").asText()))
                    .ifPresent(subjects::add);
        }
        return subjects;
    }
}
