package dev.queuelab.gateway.fault.sqs;

import com.fasterxml.jackson.databind.JsonNode;
import com.google.auto.service.AutoService;
import dev.queuelab.gateway.call.Body;
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
import java.util.concurrent.CompletableFuture;

@Definition(
        name = "in-flight-limit",
        claim = "No more messages are delivered while this many are in flight: a short poll of a standard queue is"
                + " refused with OverLimit; a long poll, or any of a FIFO queue, ends without messages.",
        source = "Amazon SQS Developer Guide, Amazon SQS standard queue quotas and Amazon SQS FIFO queue quotas",
        shows = "A consumer gets nothing though messages wait; one that polls shortly gets an error.",
        protection = "Deleting messages as soon as their work is done; long polls; a poll loop that survives an error.",
        operations = "ReceiveMessage")
@AutoService(Fault.class)
public final class InFlightLimit implements Fault, Timed {
    @Parameter(value = "how many messages may be in flight", from = 1)
    private int messages = 120_000;

    @SuppressWarnings("NullAway.Init") // set before the first call
    private Time time;

    @Override
    public void use(Time passing) {
        this.time = passing;
    }

    @Override
    public Reply apply(Call call, Chance chance, Next next) {
        if (call.protocol() != Protocol.JSON
                || !(QueueAttributes.reply(call, next) instanceof Reply.Answer answer)
                || !answer.isOk()) {
            return next.forward(call);
        }
        JsonNode queue = answer.json().path("Attributes");
        if (queue.path("ApproximateNumberOfMessagesNotVisible").asInt() < messages || !chance.falls()) {
            return next.forward(call);
        }
        int wait = call.request()
                .path("WaitTimeSeconds")
                .asInt(queue.path("ReceiveMessageWaitTimeSeconds").asInt());
        Reply empty = answer.withJson(Body.emptyObject());
        if (wait > 0) {
            return after(Duration.ofSeconds(wait), empty);
        }
        return call.resource().endsWith(".fifo")
                ? empty
                : Reply.error(call, 400, "OverLimit", "Too many messages are in flight for " + call.resource() + ".");
    }

    private Reply after(Duration wait, Reply reply) {
        CompletableFuture<Reply> later = new CompletableFuture<>();
        time.after(wait, () -> later.complete(reply));
        return later.join();
    }
}
