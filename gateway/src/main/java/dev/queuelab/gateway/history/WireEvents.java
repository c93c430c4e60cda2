package dev.queuelab.gateway.history;

import dev.queuelab.core.history.Event;
import dev.queuelab.core.history.SkipReason;
import dev.queuelab.gateway.call.Service;
import dev.queuelab.gateway.call.Subject;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** What calls say about messages, in the words of a process's own history. Calls must be given in order. */
final class WireEvents {
    private static final String RECEIVE = "ReceiveMessage";
    private static final String NOT_DONE = "ConditionalCheckFailedException";

    /** By the queue's name for the message: how often it was delivered, for clients that do not ask for the count. */
    private final Map<String, Integer> deliveries = new HashMap<>();

    /** By the key of the effect. */
    private final Map<String, Long> performances = new HashMap<>();

    /** What begins with a call. */
    Stream<Event> begun(CallFact.Called call) {
        return switch (call.operation()) {
            case "SendMessage", "SendMessageBatch" ->
                call.subjects().stream()
                        .flatMap(message -> message.id().stream())
                        .map(Event.Sending::new);
            default -> effects(call).map(effect -> new Event.EffectAttempted(id(effect), key(effect)));
        };
    }

    /** What has come of it. An answer that the client did not get says nothing. */
    Stream<Event> ended(CallFact.Called call, CallFact.Replied reply) {
        if (reply.status().isEmpty()) {
            if (call.operation().equals(RECEIVE)) {
                reply.subjects().forEach(this::delivered);
            }
            return Stream.empty();
        }
        return switch (call.operation()) {
            case "SendMessage", "SendMessageBatch" -> sent(call, reply);
            case RECEIVE -> reply.subjects().stream().map(message -> received(message, reply.at()));
            case "DeleteMessage", "DeleteMessageBatch" -> results(call, reply).map(this::deleted);
            case "ChangeMessageVisibility", "ChangeMessageVisibilityBatch" ->
                results(call, reply).flatMap(this::visibilityChanged);
            default ->
                effects(call).map(effect -> isReplay(call, reply) ? refused(effect) : performed(effect, reply.error()));
        };
    }

    private static Stream<Event> sent(CallFact.Called call, CallFact.Replied reply) {
        return reply.error().isPresent()
                ? call.subjects().stream()
                        .map(message ->
                                new Event.SendFailed(id(message), reply.error().get(), false))
                : reply.subjects().stream()
                        .map(message -> message.failed()
                                .<Event>map(code -> new Event.SendFailed(id(message), code, false))
                                .orElseGet(() -> new Event.Sent(
                                        id(message),
                                        message.messageId().orElse(""),
                                        message.poison().orElse(false))));
    }

    /** How often the message was delivered so far, this time included; also where nobody got it. */
    private int delivered(Subject message) {
        return message.messageId()
                .map(id -> deliveries.merge(id, 1, Integer::sum))
                .orElse(1);
    }

    private Event received(Subject message, Instant at) {
        int seen = delivered(message);
        return new Event.Received(
                id(message),
                message.messageId().orElse(""),
                message.receiveCount().orElse(seen),
                message.sentAt().orElse(at),
                null);
    }

    /** The messages of a single call with its error, or those of a batch each with its own. */
    private static Stream<Result> results(CallFact.Called call, CallFact.Replied reply) {
        List<Subject> messages = reply.subjects().isEmpty() ? call.subjects() : reply.subjects();
        return messages.stream()
                .filter(message -> message.messageId().isPresent())
                .map(message -> new Result(message, reply.error().or(message::failed)));
    }

    private record Result(Subject message, Optional<String> error) {
        String messageId() {
            return message.messageId().orElse("");
        }

        /** A FIFO queue answers InvalidParameterValue to an expired handle (API reference, DeleteMessage). */
        boolean isStale() {
            return error.filter(code -> code.contains("ReceiptHandleIsInvalid")
                            || code.contains("InvalidIdFormat")
                            || code.contains("InvalidParameterValue"))
                    .isPresent();
        }
    }

    private Event deleted(Result result) {
        String id = id(result.message());
        if (result.error().isEmpty()) {
            return new Event.Deleted(id, result.messageId());
        }
        return result.isStale()
                ? new Event.DeleteStale(id, result.messageId(), result.error().get())
                : new Event.Failed(
                        id,
                        result.messageId(),
                        "deleting the message",
                        result.error().get());
    }

    private Stream<Event> visibilityChanged(Result result) {
        Optional<Integer> seconds = result.message().visibilitySeconds();
        if (result.error().isPresent() || seconds.isEmpty()) {
            return Stream.empty();
        }
        String id = id(result.message());
        return Stream.of(
                seconds.get() == 0
                        ? new Event.HandedBack(id, result.messageId())
                        : new Event.Extended(id, result.messageId(), seconds.get()));
    }

    private static Stream<Subject> effects(CallFact.Called call) {
        return call.subjects().stream().filter(Subject::isEffect);
    }

    /** Whether the external service gave its first answer again: one that names no effect. */
    private static boolean isReplay(CallFact.Called call, CallFact.Replied reply) {
        return call.service().filter(Service.EFFECTS::equals).isPresent()
                && reply.error().isEmpty()
                && reply.subjects().isEmpty();
    }

    private static Event refused(Subject effect) {
        return new Event.Skipped(id(effect), key(effect), SkipReason.EFFECT_REFUSED);
    }

    private Event performed(Subject effect, Optional<String> error) {
        if (error.isEmpty()) {
            return new Event.EffectPerformed(id(effect), key(effect), performances.merge(key(effect), 1L, Long::sum));
        }
        return error.get().equals(NOT_DONE)
                ? refused(effect)
                : new Event.Failed(id(effect), "", "performing the effect", error.get());
    }

    private static String id(Subject subject) {
        return subject.id().or(subject::messageId).orElse("");
    }

    private static String key(Subject effect) {
        return effect.key().orElse("");
    }
}
