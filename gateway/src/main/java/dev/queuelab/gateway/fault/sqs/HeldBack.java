package dev.queuelab.gateway.fault.sqs;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.google.auto.service.AutoService;
import dev.queuelab.core.toolbox.Recent;
import dev.queuelab.gateway.call.Call;
import dev.queuelab.gateway.call.Reply;
import dev.queuelab.gateway.fault.Chance;
import dev.queuelab.gateway.fault.Definition;
import dev.queuelab.gateway.fault.Fault;
import dev.queuelab.gateway.fault.Next;
import dev.queuelab.gateway.fault.Parameter;

@Definition(
        name = "held-back",
        claim = "A message is held back once, and delivered after others that were sent later.",
        source = "Amazon SQS Developer Guide, Amazon SQS standard queues",
        shows = "An old message arrives when a newer one is done; its receive count is one higher.",
        protection = "Versions or time stamps in the messages, and writes that take the newest alone.",
        operations = "ReceiveMessage")
@AutoService(Fault.class)
public final class HeldBack implements Fault {
    @Parameter(value = "seconds for which it is held back", to = 43_200)
    private int seconds = 1;

    private final Recent<String, Boolean> heldBack = new Recent<>(Messages.MOST_REMEMBERED);

    @Override
    public Reply apply(Call call, Chance chance, Next next) {
        Reply reply = next.forward(call);
        if (!Messages.areOfStandardQueue(call) || !(reply instanceof Reply.Answer answer)) {
            return reply;
        }
        JsonNode messages = Answers.messages(reply);
        ObjectNode body = answer.json();
        ArrayNode delivered = body.arrayNode();
        for (JsonNode message : messages) {
            if (!isHeldBack(message, call, chance, next)) {
                delivered.add(message);
            }
        }
        if (delivered.size() == messages.size()) {
            return reply;
        }
        body.set("Messages", delivered);
        return answer.withJson(body);
    }

    /** Remembers the message first: it may be received again before this call is over. */
    private boolean isHeldBack(JsonNode message, Call call, Chance chance, Next next) {
        String id = Messages.id(message);
        if (heldBack.get(id).isPresent() || !chance.falls(Messages.name(message))) {
            return false;
        }
        heldBack.put(id, true);
        return Messages.isDone(Messages.showAfter(seconds, Messages.handle(message), call, next));
    }
}
