package dev.queuelab.gateway.fault.sqs;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.google.auto.service.AutoService;
import dev.queuelab.core.toolbox.Recent;
import dev.queuelab.gateway.call.Call;
import dev.queuelab.gateway.call.Digest;
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
import java.util.HashMap;
import java.util.Map;

/** Gives the service another id for a message that is new again, and its receivers the one that they know. */
@Definition(
        name = "deduplication-window",
        claim = "On a FIFO queue, a message is new again when its MessageDeduplicationId is 5 minutes old.",
        source = "Amazon SQS Developer Guide, Using the message deduplication ID in Amazon SQS",
        shows = "A message that is sent again, late, is delivered again.",
        protection = "Idempotency by an id that the producer gives, not by the queue's memory.",
        operations = {"ReceiveMessage", "SendMessage", "SendMessageBatch"},
        watches = "ReceiveMessage")
@AutoService(Fault.class)
public final class DeduplicationWindow implements Fault, Timed {
    private static final String ID = "MessageDeduplicationId";
    private static final Duration WINDOW = Duration.ofMinutes(5);

    /** @param times how many windows the id has had before */
    private record Sent(Instant at, int times) {}

    private final Recent<String, Sent> sent = new Recent<>(50_000);
    private final Recent<String, String> originals = new Recent<>(50_000);

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
        return call.operation().equals("ReceiveMessage") ? receive(call, next) : send(call, chance, next);
    }

    private Reply send(Call call, Chance chance, Next next) {
        ObjectNode request = call.request().deepCopy();
        Map<String, Sent> begun = new HashMap<>();
        for (ObjectNode entry : Entries.of(request)) {
            String id = entry.has(ID)
                    ? entry.path(ID).asText()
                    : Digest.sha256(entry.path("MessageBody").asText());
            String key = call.resource() + " " + id;
            Sent last = sent.get(key).orElse(null);
            Instant now = time.now();
            if (last == null) {
                begun.put(key, new Sent(now, 0));
            } else if (!last.at().plus(WINDOW).isAfter(now) && chance.falls(id)) {
                last = new Sent(now, last.times() + 1);
                begun.put(key, last);
            }
            if (last != null && last.times() > 0) {
                entry.put(ID, alias(id, last.times()));
            }
        }
        Reply reply = next.forward(call.withRequest(request));
        boolean isRefused = reply instanceof Reply.Answer answer && !answer.isOk();
        if (!isRefused) { // a message whose reply is lost may have arrived
            begun.forEach(sent::put);
        }
        return reply;
    }

    /** Another id, always the same; ids have up to 128 characters. */
    private String alias(String id, int times) {
        String alias = Digest.sha256(id + " " + times);
        originals.put(alias, id);
        return alias;
    }

    private Reply receive(Call call, Next next) {
        Reply reply = next.forward(call);
        if (!(reply instanceof Reply.Answer answer) || !answer.isOk()) {
            return reply;
        }
        ObjectNode body = answer.json();
        for (ObjectNode message : Entries.received(body)) {
            if (message.path("Attributes") instanceof ObjectNode attributes) {
                originals.get(attributes.path(ID).asText()).ifPresent(original -> attributes.put(ID, original));
            }
        }
        return answer.withJson(body);
    }
}
