package dev.queuelab.gateway.fault.sqs;

import com.google.auto.service.AutoService;
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
import java.time.Duration;

@Definition(
        name = "attributes-late",
        claim = "A change of a queue's attributes is confirmed at once, and takes effect later.",
        source = "Amazon SQS API Reference, SetQueueAttributes",
        shows = "Messages are received under the old visibility timeout or redrive policy.",
        protection = "Waiting after a change; a visibility timeout in the receive itself.",
        operations = "SetQueueAttributes")
@AutoService(Fault.class)
public final class AttributesLate implements Fault, Timed {
    @Parameter(value = "how late, in seconds", from = 1, to = 86_400)
    private int seconds = 60;

    @SuppressWarnings("NullAway.Init") // set before the first call
    private Time time;

    @Override
    public void use(Time passing) {
        this.time = passing;
    }

    @Override
    public Reply apply(Call call, Chance chance, Next next) {
        return call.protocol() == Protocol.JSON && chance.falls()
                ? Confirmed.nowAndDoneAfter(Duration.ofSeconds(seconds), call, next, time)
                : next.forward(call);
    }
}
