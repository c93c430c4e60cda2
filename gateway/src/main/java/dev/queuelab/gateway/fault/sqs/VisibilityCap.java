package dev.queuelab.gateway.fault.sqs;

import com.fasterxml.jackson.databind.node.ArrayNode;
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
import dev.queuelab.gateway.fault.Parameter;
import dev.queuelab.gateway.fault.Time;
import dev.queuelab.gateway.fault.Timed;
import java.time.Instant;

@Definition(
        name = "visibility-cap",
        claim = "A message cannot be made invisible for more than 12 hours since it was received.",
        source = "Amazon SQS Developer Guide, Amazon SQS visibility timeout",
        shows = "A heartbeat is refused with InvalidParameterValue, and the message comes back.",
        protection = "Work in steps of less than 12 hours; a shorter extension at the end.",
        operations = {"ChangeMessageVisibility", "ChangeMessageVisibilityBatch", "ReceiveMessage"},
        watches = "ReceiveMessage")
@AutoService(Fault.class)
public final class VisibilityCap implements Fault, Timed {
    private static final String TIMEOUT = "VisibilityTimeout";

    @Parameter(value = "how long a message can be invisible since its receive, in seconds", from = 1, to = 43_200)
    private int seconds = 43_200;

    private final Recent<String, Instant> receives = new Recent<>(50_000);

    @SuppressWarnings("NullAway.Init") // set before the first call
    private Time time;

    @Override
    public void use(Time passing) {
        this.time = passing;
    }

    @Override
    public Reply apply(Call call, Chance chance, Next next) {
        if (call.protocol() != Protocol.JSON) {
            return next.forward(call);
        }
        return switch (call.operation()) {
            case "ReceiveMessage" -> receive(call, next);
            case "ChangeMessageVisibility" ->
                isTooLong(call.request()) && chance.falls()
                        ? InvalidParameter.of(call, TIMEOUT, timeout(call.request()), reason())
                        : next.forward(call);
            default -> batch(call, chance, next);
        };
    }

    private Reply receive(Call call, Next next) {
        Instant now = time.now();
        Reply reply = next.forward(call);
        if (reply instanceof Reply.Answer answer && answer.isOk()) {
            Entries.received(answer.json())
                    .forEach(message ->
                            receives.put(message.path("ReceiptHandle").asText(), now));
        }
        return reply;
    }

    private boolean isTooLong(ObjectNode entry) {
        Instant end = time.now().plusSeconds(entry.path(TIMEOUT).asLong());
        return receives.get(entry.path("ReceiptHandle").asText())
                .filter(receivedAt -> end.isAfter(receivedAt.plusSeconds(seconds)))
                .isPresent();
    }

    private String reason() {
        return "Total VisibilityTimeout for the message is beyond the limit [" + seconds + " seconds]";
    }

    private static String timeout(ObjectNode entry) {
        return entry.path(TIMEOUT).asText();
    }

    /** What is too long is among the batch's failures; the service gets the rest. */
    private Reply batch(Call call, Chance chance, Next next) {
        ArrayNode rest = Body.emptyObject().putArray("Entries");
        ArrayNode failed = Body.emptyObject().putArray("Failed");
        for (ObjectNode entry : Entries.of(call.request())) {
            if (isTooLong(entry) && chance.falls(entry.path("Id").asText())) {
                failed.addObject()
                        .put("Id", entry.path("Id").asText())
                        .put("SenderFault", true)
                        .put("Code", InvalidParameter.CODE)
                        .put("Message", InvalidParameter.message(TIMEOUT, timeout(entry), reason()));
            } else {
                rest.add(entry);
            }
        }
        if (failed.isEmpty()) {
            return next.forward(call);
        }
        return withFailed(failed, rest.isEmpty() ? nothingDone(call, next) : forward(rest, call, next));
    }

    private static Reply forward(ArrayNode entries, Call call, Next next) {
        ObjectNode request = call.request().deepCopy();
        request.set("Entries", entries);
        return next.forward(call.withRequest(request));
    }

    /** The service refuses a batch of nothing, so it is asked for something else. */
    private static Reply nothingDone(Call call, Next next) {
        return QueueAttributes.reply(call, next) instanceof Reply.Answer answer && answer.isOk()
                ? answer.withJson(Body.emptyObject())
                : next.forward(call);
    }

    private static Reply withFailed(ArrayNode failed, Reply reply) {
        if (!(reply instanceof Reply.Answer answer) || !answer.isOk()) {
            return reply;
        }
        ObjectNode body = answer.json();
        body.withArray("Successful");
        body.withArray("Failed").addAll(failed);
        return answer.withJson(body);
    }
}
