package dev.queuelab.gateway.fault.transport;

import com.google.auto.service.AutoService;
import dev.queuelab.gateway.call.Call;
import dev.queuelab.gateway.call.Reply;
import dev.queuelab.gateway.fault.Chance;
import dev.queuelab.gateway.fault.Definition;
import dev.queuelab.gateway.fault.Fault;
import dev.queuelab.gateway.fault.Next;

@Definition(
        name = "reply-lost",
        claim = "The service does what was asked, and the connection closes before the client gets the reply.",
        source = "Amazon Builders' Library, Making retries safe with idempotent APIs",
        shows =
                "A send arrives twice; received messages are in flight for nobody; a deletion or a write meets its own work.",
        protection = "Ids that the producer gives, conditional writes, deletions that may be repeated.")
@AutoService(Fault.class)
public final class ReplyLost implements Fault {

    @Override
    public Reply apply(Call call, Chance chance, Next next) {
        boolean falls = chance.falls();
        Reply reply = next.forward(call);
        return falls ? Reply.lost(reply) : reply;
    }
}
