package dev.queuelab.gateway.fault.sqs;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.google.auto.service.AutoService;
import dev.queuelab.core.toolbox.Recent;
import dev.queuelab.gateway.call.Call;
import dev.queuelab.gateway.call.Protocol;
import dev.queuelab.gateway.call.Reply;
import dev.queuelab.gateway.fault.Chance;
import dev.queuelab.gateway.fault.Definition;
import dev.queuelab.gateway.fault.Fault;
import dev.queuelab.gateway.fault.Next;
import dev.queuelab.gateway.fault.Time;
import dev.queuelab.gateway.fault.Timed;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.UUID;

/**
 * Knows messages that were moved back by their {@code DeadLetterQueueSourceArn}: it names a queue's own messages only
 * once they have been in the dead-letter queue. Emulators leave it there.
 */
@Definition(
        name = "redrive-new-ids",
        claim = "Dead letters that are moved back have a new MessageId and a new SentTimestamp.",
        source = "Amazon SQS Developer Guide, Learn how to configure a dead-letter queue redrive in Amazon SQS",
        shows = "Work that is known by its MessageId is done again.",
        protection = "Ids that the producer gives, in the body.",
        operations = {"ReceiveMessage", "StartMessageMoveTask"},
        watches = {"ReceiveMessage", "StartMessageMoveTask"})
@AutoService(Fault.class)
public final class RedriveNewIds implements Fault, Timed {
    private static final String SOURCE = "DeadLetterQueueSourceArn";
    private static final String SENT = "SentTimestamp";

    /** When the newest move to a queue began. */
    private final Recent<String, Instant> moves = new Recent<>(1_000);

    private final Recent<String, String> sent = new Recent<>(50_000);

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
        if (call.operation().equals("StartMessageMoveTask")) {
            moves.put(queue(call.request().path("DestinationArn").asText()), time.now());
            return next.forward(call);
        }
        Reply reply = next.forward(AskedAttributes.withAlso(call, SOURCE, SENT));
        return reply instanceof Reply.Answer answer && answer.isOk() ? received(answer, call, chance) : reply;
    }

    private Reply received(Reply.Answer answer, Call call, Chance chance) {
        AskedAttributes asked = new AskedAttributes(call);
        ObjectNode body = answer.json();
        for (ObjectNode message : Entries.received(body)) {
            if (isMovedBack(message, call.resource())
                    && chance.falls(message.path("MessageId").asText())) {
                renew(message, call.resource());
            }
            asked.strip(message);
        }
        return answer.withJson(body);
    }

    private boolean isMovedBack(ObjectNode message, String queue) {
        String source = queue(message.path("Attributes").path(SOURCE).asText());
        return source.equals(queue) || (!source.isEmpty() && moves.get(queue).isPresent());
    }

    /** An ARN ends with the queue's name; a move without one goes to each message's own source. */
    private static String queue(String arn) {
        return arn.substring(arn.lastIndexOf(':') + 1);
    }

    /** The same message has the same new names each time, until it is moved again. */
    private void renew(ObjectNode message, String queue) {
        ObjectNode attributes = (ObjectNode) message.get("Attributes");
        String old =
                message.path("MessageId").asText() + " " + attributes.path(SENT).asText();
        String id = UUID.nameUUIDFromBytes(old.getBytes(StandardCharsets.UTF_8)).toString();
        message.put("MessageId", id);
        attributes.remove(SOURCE);
        attributes.put(SENT, sentAt(id, queue, attributes.path(SENT).asText()));
    }

    private synchronized String sentAt(String id, String queue, String before) {
        String known = sent.get(id)
                .orElseGet(() -> moves.get(queue)
                        .or(() -> moves.get(""))
                        .map(start -> Long.toString(start.toEpochMilli()))
                        .orElse(before));
        sent.put(id, known);
        return known;
    }
}
