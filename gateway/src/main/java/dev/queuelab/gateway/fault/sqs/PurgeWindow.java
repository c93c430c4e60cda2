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
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

@Definition(
        name = "purge-window",
        claim = "A purge takes its whole window, and also takes what is sent meanwhile; a second purge is refused.",
        source = "Amazon SQS API Reference, PurgeQueue",
        shows = "Purged messages are still received; new ones are lost; PurgeQueueInProgress.",
        protection = "Sending nothing until the window is over; taking a refused purge for one that goes on.",
        operations = "PurgeQueue")
@AutoService(Fault.class)
public final class PurgeWindow implements Fault, Timed {
    /** What is sent when the window is over is safe, so the purge is made a little before. */
    private static final Duration MARGIN = Duration.ofMillis(100);

    @Parameter(value = "how long a purge takes, in seconds", from = 1, to = 86_400)
    private int seconds = 60;

    private final Map<String, Instant> ends = new HashMap<>();

    @SuppressWarnings("NullAway.Init") // set before the first call
    private Time time;

    @Override
    public void use(Time passing) {
        this.time = passing;
    }

    @Override
    public Reply apply(Call call, Chance chance, Next next) {
        if (call.protocol() != Protocol.JSON || !chance.falls()) {
            return next.forward(call);
        }
        if (!begins(call.resource())) {
            return Reply.error(
                    call,
                    400,
                    "PurgeQueueInProgress",
                    "AWS.SimpleQueueService.PurgeQueueInProgress",
                    "Only one PurgeQueue operation on " + call.resource() + " is allowed every " + seconds
                            + " seconds.");
        }
        Reply reply = Confirmed.nowAndDoneAfter(Duration.ofSeconds(seconds).minus(MARGIN), call, next, time);
        if (!(reply instanceof Reply.Answer answer) || !answer.isOk()) {
            doesNotBegin(call.resource());
        }
        return reply;
    }

    private synchronized boolean begins(String queue) {
        Instant now = time.now();
        ends.values().removeIf(end -> !end.isAfter(now));
        return ends.putIfAbsent(queue, now.plusSeconds(seconds)) == null;
    }

    private synchronized void doesNotBegin(String queue) {
        ends.remove(queue);
    }
}
