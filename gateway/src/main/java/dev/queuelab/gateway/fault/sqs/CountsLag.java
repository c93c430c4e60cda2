package dev.queuelab.gateway.fault.sqs;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.google.auto.service.AutoService;
import dev.queuelab.core.toolbox.Recent;
import dev.queuelab.gateway.call.Call;
import dev.queuelab.gateway.call.Protocol;
import dev.queuelab.gateway.call.Reply;
import dev.queuelab.gateway.fault.Chance;
import dev.queuelab.gateway.fault.Definition;
import dev.queuelab.gateway.fault.Fault;
import dev.queuelab.gateway.fault.Next;
import dev.queuelab.gateway.fault.Parameter;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

@Definition(
        name = "counts-lag",
        claim = "The approximate counts of messages in GetQueueAttributes are those of an earlier answer.",
        source = "Amazon SQS API Reference, GetQueueAttributes",
        shows = "A queue looks empty that is not, or full that is empty.",
        protection = "Believe a count only when it holds for a while.",
        operations = "GetQueueAttributes")
@AutoService(Fault.class)
public final class CountsLag implements Fault {
    private static final int MOST_COUNTS = 1_000;
    private static final List<String> COUNTS = List.of(
            "ApproximateNumberOfMessages",
            "ApproximateNumberOfMessagesDelayed",
            "ApproximateNumberOfMessagesNotVisible");

    @Parameter(value = "how many answers ago the counts were true", from = 1, to = 100)
    private int calls = 1;

    private final Recent<String, Deque<String>> earlier = new Recent<>(MOST_COUNTS);

    @Override
    public Reply apply(Call call, Chance chance, Next next) {
        boolean falls = chance.falls();
        Reply reply = next.forward(call);
        if (call.protocol() != Protocol.JSON || !(reply instanceof Reply.Answer answer) || !answer.isOk()) {
            return reply;
        }
        ObjectNode body = answer.json();
        if (!(body.path("Attributes") instanceof ObjectNode attributes)) {
            return reply;
        }
        for (String count : COUNTS) {
            if (attributes.path(count).isTextual()) {
                String old = exchange(
                        call.request().path("QueueUrl").asText() + " " + count,
                        attributes.path(count).textValue());
                if (falls) {
                    attributes.put(count, old);
                }
            }
        }
        return falls ? answer.withJson(body) : reply;
    }

    /** Remembers a count, and returns the one of so many answers ago; the oldest while there are fewer. */
    private synchronized String exchange(String name, String now) {
        Deque<String> values = earlier.get(name).orElseGet(ArrayDeque::new);
        values.addLast(now);
        if (values.size() > calls + 1) {
            values.removeFirst();
        }
        earlier.put(name, values);
        return values.getFirst();
    }
}
