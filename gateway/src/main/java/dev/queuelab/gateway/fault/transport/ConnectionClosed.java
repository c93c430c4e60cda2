package dev.queuelab.gateway.fault.transport;

import com.google.auto.service.AutoService;
import dev.queuelab.gateway.call.Call;
import dev.queuelab.gateway.call.Reply;
import dev.queuelab.gateway.fault.Chance;
import dev.queuelab.gateway.fault.Definition;
import dev.queuelab.gateway.fault.Fault;
import dev.queuelab.gateway.fault.Next;
import dev.queuelab.gateway.fault.Parameter;
import java.util.Optional;

@Definition(
        name = "connection-closed",
        claim = "The connection closes in the middle of the reply.",
        source = "RFC 9112 HTTP/1.1, 8. Handling incomplete messages",
        shows = "As reply-lost; a client that reads the status alone takes the call for done.",
        protection = "As reply-lost.")
@AutoService(Fault.class)
public final class ConnectionClosed implements Fault {
    @Parameter(value = "bytes of the reply's body that arrive", from = 1)
    private int bytes = 1;

    @Override
    public Reply apply(Call call, Chance chance, Next next) {
        boolean falls = chance.falls();
        Reply reply = next.forward(call);
        return falls && reply instanceof Reply.Answer answer ? new Reply.Cut(Optional.of(answer), bytes) : reply;
    }
}
