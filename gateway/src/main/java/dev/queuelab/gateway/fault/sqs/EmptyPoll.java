package dev.queuelab.gateway.fault.sqs;

import com.google.auto.service.AutoService;
import dev.queuelab.gateway.call.Call;
import dev.queuelab.gateway.call.Protocol;
import dev.queuelab.gateway.call.Reply;
import dev.queuelab.gateway.fault.Chance;
import dev.queuelab.gateway.fault.Definition;
import dev.queuelab.gateway.fault.Fault;
import dev.queuelab.gateway.fault.Next;

@Definition(
        name = "empty-poll",
        claim = "A short poll (a ReceiveMessage with WaitTimeSeconds 0) gets no message, though there are some.",
        source = "Amazon SQS Developer Guide, Amazon SQS short and long polling",
        shows = "A consumer that ends at its first empty poll leaves messages behind.",
        protection = "Long polls; an empty poll is not an empty queue.",
        operations = "ReceiveMessage")
@AutoService(Fault.class)
public final class EmptyPoll implements Fault {

    @Override
    public Reply apply(Call call, Chance chance, Next next) {
        boolean isShort = call.protocol() == Protocol.JSON
                && call.request().path("WaitTimeSeconds").asInt(-1) == 0;
        return isShort && chance.falls() ? Answers.done() : next.forward(call);
    }
}
