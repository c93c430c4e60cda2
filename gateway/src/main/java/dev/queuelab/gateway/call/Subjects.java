package dev.queuelab.gateway.call;

import com.fasterxml.jackson.databind.JsonNode;
import dev.queuelab.core.payload.Payload;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Finds the messages, items and effects that calls in JSON are about. */
public final class Subjects {
    private static final int HANDLE_DIGITS = 16;

    private final boolean recordBodies;
    private final EffectMappings mappings;
    private final KnownMessages known = new KnownMessages();

    /** With {@code recordBodies}, a subject has its message's whole body. */
    public Subjects(boolean recordBodies) {
        this(recordBodies, EffectMappings.NONE);
    }

    /** @param mappings further calls that are effects */
    public Subjects(boolean recordBodies, EffectMappings mappings) {
        this.recordBodies = recordBodies;
        this.mappings = mappings;
    }

    /** The calls that are effects, besides those that the gateway knows by itself. */
    public EffectMappings mappings() {
        return mappings;
    }

    /** What the request names. */
    public List<Subject> of(Call call) {
        JsonNode request = call.request();
        if (call.isFor(Service.DYNAMODB)) {
            return items(call.operation(), request);
        }
        if (call.isFor(Service.EFFECTS)) {
            return effects(call);
        }
        List<Subject> subjects = new ArrayList<>();
        if (request.path("Entries").isArray()) {
            request.path("Entries").forEach(entry -> entry(entry).ifPresent(subjects::add));
        } else {
            entry(request).ifPresent(subjects::add);
        }
        return subjects;
    }

    private List<Subject> effects(Call call) {
        if (!call.operation().equals(EffectCall.POST)) {
            return List.of();
        }
        Optional<String> id = EffectCall.id(call);
        Optional<String> key = EffectCall.key(call).or(() -> id);
        Subject.Builder effect = ofBody(call.body().text()).id(id.or(() -> key));
        key.ifPresent(effect::key);
        return List.of(effect.build());
    }

    private Optional<Subject> entry(JsonNode entry) {
        if (entry.path("MessageBody").isTextual()) {
            return Optional.of(ofBody(entry.path("MessageBody").textValue()).build());
        }
        if (!entry.path("ReceiptHandle").isTextual()) {
            return Optional.empty();
        }
        String handle = handle(entry.path("ReceiptHandle").textValue());
        Subject.Builder message = known.find(handle).map(Subject::toBuilder).orElseGet(Subject::builder);
        return Optional.of(message.handle(handle)
                .visibilitySeconds(number(entry.path("VisibilityTimeout")))
                .build());
    }

    private Subject.Builder ofBody(String body) {
        Payload payload = Payload.parse(body);
        return Subject.builder()
                .id(payload.text(Payload.ID))
                .digest(payload.digest())
                .body(recordBodies ? Optional.of(body) : Optional.empty())
                .poison(payload.field(Payload.POISON)
                        .filter(JsonNode::asBoolean)
                        .isPresent());
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
    private List<Subject> items(String operation, JsonNode request) {
        List<Subject> items = new ArrayList<>();
        item(operation, request).ifPresent(items::add);
        request.path("TransactItems")
                .forEach(action -> action.properties()
                        .forEach(part -> item(part.getKey(), part.getValue()).ifPresent(items::add)));
        return items;
    }

    private Optional<Subject> item(String operation, JsonNode request) {
        return mappings.effect(operation, request).or(() -> key(request));
    }

    /** An item's key is its first attribute; where a request puts the item, that is {@code message_id} in our tables. */
    private static Optional<Subject> key(JsonNode request) {
        JsonNode item = request.path("Item");
        JsonNode value = request.path("Key").isObject() && !request.path("Key").isEmpty()
                ? request.path("Key").elements().next()
                : item.path("message_id");
        if (!value.isObject() || value.isEmpty()) {
            return Optional.empty();
        }
        String key = value.elements().next().asText();
        return Optional.of(Subject.builder()
                .key(key)
                .id(EffectItem.messageOf(request, key))
                .build());
    }

    /**
     * What the answer names: of the external service, the effect that was performed by this call. Messages that it
     * delivers are remembered by their handles.
     */
    public List<Subject> of(Call call, Reply.Answer answer) {
        if (call.isFor(Service.EFFECTS)) {
            boolean done =
                    answer.isOk() && answer.headers().first(EffectCall.REPLAYED).isEmpty();
            return done ? effects(call) : List.of();
        }
        if (!call.isFor(Service.SQS) || call.protocol() != Protocol.JSON || !answer.isOk()) {
            return List.of();
        }
        return switch (call.operation()) {
            case "ReceiveMessage" -> received(answer.json());
            case "SendMessage" -> List.of(sent(of(call).get(0), answer.json()));
            case "SendMessageBatch", "DeleteMessageBatch", "ChangeMessageVisibilityBatch" -> batch(call, answer.json());
            default -> List.of();
        };
    }

    private List<Subject> received(JsonNode reply) {
        List<Subject> messages = new ArrayList<>();
        for (JsonNode message : reply.path("Messages")) {
            String handle = handle(message.path("ReceiptHandle").asText());
            JsonNode attributes = message.path("Attributes");
            Subject subject = ofBody(message.path("Body").asText())
                    .messageId(message.path("MessageId").asText())
                    .handle(handle)
                    .receiveCount(number(attributes.path("ApproximateReceiveCount")))
                    .sentAt(sentAt(attributes.path("SentTimestamp")))
                    .build();
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
        return Subject.builder()
                .messageId(result.path("MessageId").asText())
                .id(message.id())
                .poison(message.poison().orElse(false))
                .build();
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
                    .map(subject -> subject.toBuilder()
                            .failed(failed.path("Code").asText())
                            .build())
                    .ifPresent(subjects::add);
        }
        return subjects;
    }
}
