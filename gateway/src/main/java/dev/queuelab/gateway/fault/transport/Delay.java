package dev.queuelab.gateway.fault.transport;

import com.google.auto.service.AutoService;
import dev.queuelab.gateway.call.Call;
import dev.queuelab.gateway.call.Reply;
import dev.queuelab.gateway.fault.Chance;
import dev.queuelab.gateway.fault.Definition;
import dev.queuelab.gateway.fault.Fault;
import dev.queuelab.gateway.fault.Next;
import dev.queuelab.gateway.fault.Parameter;
import dev.queuelab.gateway.fault.Time;
import dev.queuelab.gateway.fault.Timed;
import dev.queuelab.gateway.fault.When;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;

@Definition(
        name = "delay",
        claim = "The call takes longer: before the service gets it, or before the client gets the reply.",
        source = "Amazon Builders' Library, Timeouts, retries and backoff with jitter",
        shows = "Time-outs; work that outlives the visibility timeout; a deletion that comes too late.",
        protection = "Time-outs longer than a long poll, heartbeats, a visibility timeout with room to spare.")
@AutoService(Fault.class)
public final class Delay implements Fault, Timed {
    @Parameter("how long, in milliseconds")
    private int millis = 1_000;

    @Parameter("whether the service gets the call before the delay or after it")
    private When when = When.AFTER;

    @SuppressWarnings("NullAway.Init") // use() comes before the first call
    private Time time;

    @Override
    public void use(Time given) {
        this.time = given;
    }

    @Override
    public Reply apply(Call call, Chance chance, Next next) {
        if (!chance.falls()) {
            return next.forward(call);
        }
        if (when == When.AFTER) {
            await();
            return next.forward(call);
        }
        Reply reply = next.forward(call);
        await();
        return reply;
    }

    private void await() {
        CountDownLatch over = new CountDownLatch(1);
        time.after(Duration.ofMillis(millis), over::countDown);
        try {
            over.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
