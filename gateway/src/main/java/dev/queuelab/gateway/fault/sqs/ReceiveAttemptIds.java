package dev.queuelab.gateway.fault.sqs;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.google.auto.service.AutoService;
import dev.queuelab.core.toolbox.Recent;
import dev.queuelab.gateway.call.Body;
import dev.queuelab.gateway.call.Call;
import dev.queuelab.gateway.call.Protocol;
import dev.queuelab.gateway.call.Reply;
import dev.queuelab.gateway.fault.Chance;
import dev.queuelab.gateway.fault.Definition;
import dev.queuelab.gateway.fault.Fault;
import dev.queuelab.gateway.fault.Next;
import dev.queuelab.gateway.fault.Time;
import dev.queuelab.gateway.fault.Timed;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

@Definition(
        name = "receive-attempt-ids",
        claim = "On a FIFO queue, a receive that is repeated with its ReceiveRequestAttemptId within 5 minutes gets the"
                + " same messages, or is refused once one of them was deleted or its visibility changed.",
        source = "Amazon SQS API Reference, ReceiveMessage (ReceiveRequestAttemptId)",
        shows = "Messages come twice, with the same receipt handles; InvalidParameterValue.",
        protection = "An attempt id of its own for each receive, repeated only after an error of the connection.",
        operations = {
            "ChangeMessageVisibility",
            "ChangeMessageVisibilityBatch",
            "DeleteMessage",
            "DeleteMessageBatch",
            "ReceiveMessage"
        },
        watches = {"ChangeMessageVisibility", "ChangeMessageVisibilityBatch", "DeleteMessage", "DeleteMessageBatch"})
@AutoService(Fault.class)
public final class ReceiveAttemptIds implements Fault, Timed {
    private static final String ID = "ReceiveRequestAttemptId";
    private static final String HANDLE = "ReceiptHandle";
    private static final String TIMEOUT = "VisibilityTimeout";
    private static final Duration WINDOW = Duration.ofMinutes(5);

    private record Attempt(Instant at, Reply.Answer answer, List<String> handles) {}

    private final Recent<String, Attempt> attempts = new Recent<>(1_000);

    /** Handles of messages that were deleted, or whose visibility changed. */
    private final Recent<String, Boolean> changed = new Recent<>(50_000);

    @SuppressWarnings("NullAway.Init") // set before the first call
    private Time time;

    @Override
    public void use(Time passing) {
        this.time = passing;
    }

    @Override
    public Reply apply(Call call, Chance chance, Next next) {
        if (call.protocol() != Protocol.JSON || !call.resource().endsWith(".fifo")) {
            return next.forward(call);
        }
        if (!call.operation().equals("ReceiveMessage")) {
            Entries.of(call.request())
                    .forEach(entry -> changed.put(entry.path(HANDLE).asText(), true));
            return next.forward(call);
        }
        if (!call.request().has(ID)) {
            return next.forward(call);
        }
        Optional<Attempt> earlier = attempts.get(key(call))
                .filter(attempt -> attempt.at().plus(WINDOW).isAfter(time.now()));
        return earlier.isPresent() && chance.falls() ? again(earlier.get(), call, next) : first(call, next);
    }

    private static String key(Call call) {
        return call.resource() + " " + call.request().path(ID).asText();
    }

    /** The service gets no id, since its own memory of ids follows another clock. */
    private Reply first(Call call, Next next) {
        ObjectNode request = call.request().deepCopy();
        request.remove(ID);
        Instant now = time.now();
        Reply reply = next.forward(call.withRequest(request));
        if (reply instanceof Reply.Answer answer && answer.isOk()) {
            List<String> handles = Entries.received(answer.json()).stream()
                    .map(message -> message.path(HANDLE).asText())
                    .toList();
            if (!handles.isEmpty()) {
                attempts.put(key(call), new Attempt(now, answer, handles));
            }
        }
        return reply;
    }

    /** A repeated receive restarts the visibility timeout of its messages. */
    private Reply again(Attempt attempt, Call call, Next next) {
        int seconds = call.request().has(TIMEOUT)
                ? call.request().path(TIMEOUT).asInt()
                : QueueAttributes.of(call, next).path(TIMEOUT).asInt();
        for (String handle : attempt.handles()) {
            if (changed.get(handle).isPresent() || !isHidden(handle, seconds, call, next)) {
                return InvalidParameter.of(
                        call,
                        ID,
                        call.request().path(ID).asText(),
                        "The receiveRequestAttemptId is not valid anymore since the receive call is not retryable.");
            }
        }
        return attempt.answer();
    }

    private static boolean isHidden(String handle, int seconds, Call call, Next next) {
        ObjectNode request = Body.emptyObject()
                .put("QueueUrl", call.request().path("QueueUrl").asText())
                .put(HANDLE, handle)
                .put(TIMEOUT, seconds);
        return next.forward(call.as("ChangeMessageVisibility", request)) instanceof Reply.Answer answer
                && answer.isOk();
    }
}
