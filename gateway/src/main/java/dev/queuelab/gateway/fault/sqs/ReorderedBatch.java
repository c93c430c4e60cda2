package dev.queuelab.gateway.fault.sqs;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.google.auto.service.AutoService;
import dev.queuelab.gateway.call.Call;
import dev.queuelab.gateway.call.Reply;
import dev.queuelab.gateway.fault.Chance;
import dev.queuelab.gateway.fault.Definition;
import dev.queuelab.gateway.fault.Fault;
import dev.queuelab.gateway.fault.Next;

@Definition(
        name = "reordered-batch",
        claim = "The messages of one receive come in reverse.",
        source = "Amazon SQS Developer Guide, Amazon SQS standard queues",
        shows = "What was sent last is done first.",
        protection = "Versions or time stamps in the messages, and writes that take the newest alone.",
        operations = "ReceiveMessage")
@AutoService(Fault.class)
public final class ReorderedBatch implements Fault {

    @Override
    public Reply apply(Call call, Chance chance, Next next) {
        Reply reply = next.forward(call);
        if (!Messages.areOfStandardQueue(call)
                || !(reply instanceof Reply.Answer answer)
                || Answers.messages(reply).size() < 2
                || !chance.falls()) {
            return reply;
        }
        ObjectNode body = answer.json();
        ArrayNode reversed = body.arrayNode();
        body.path("Messages").forEach(message -> reversed.insert(0, message));
        body.set("Messages", reversed);
        return answer.withJson(body);
    }
}
