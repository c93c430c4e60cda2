package dev.queuelab.gateway.fault.sqs;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.google.auto.service.AutoService;
import dev.queuelab.gateway.call.Body;
import dev.queuelab.gateway.call.Call;
import dev.queuelab.gateway.call.Reply;
import dev.queuelab.gateway.fault.Chance;
import dev.queuelab.gateway.fault.Definition;
import dev.queuelab.gateway.fault.Fault;
import dev.queuelab.gateway.fault.Next;
import dev.queuelab.gateway.fault.Parameter;
import dev.queuelab.gateway.fault.Time;
import dev.queuelab.gateway.fault.Timed;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Receives what is on the queue, keeps it, and gives it out in another order. So a message that waits in here is in flight
 * to the queue; its visibility timeout begins again when it is given out.
 */
@Definition(
        name = "fair-queue",
        claim = "A standard queue is fair: while one tenant (a MessageGroupId) takes up much of the consumers,"
                + " messages of the others are delivered first.",
        source = "Amazon SQS Developer Guide, How Amazon SQS fair queues work",
        shows = "The messages of a tenant that sends many wait; those of the others do not, though they were sent"
                + " later.",
        protection =
                "A MessageGroupId for each tenant: a message without one is a tenant of its own, and all wait alike.",
        operations = "ReceiveMessage",
        watches = {"DeleteMessage", "DeleteMessageBatch", "ChangeMessageVisibility", "ChangeMessageVisibilityBatch"})
@AutoService(Fault.class)
public final class FairQueue implements Fault, Timed {
    private static final int MOST_IN_A_CALL = 10;

    /** What waits in here for longer comes back from the queue. */
    private static final int SECONDS_KEPT = 600;

    /** Amazon SQS Developer Guide, Amazon SQS visibility timeout: the default. */
    private static final int USUAL_SECONDS = 30;

    @Parameter(value = "how many messages a noisy tenant has in flight at least", from = 1)
    private int messages = 30;

    @Parameter(
            value = "the share of all messages in flight, or of the consumers' time, above which a tenant is noisy, in"
                    + " percent",
            to = 100)
    private int percent = 10;

    private final Map<String, Queue> queues = new HashMap<>();

    @SuppressWarnings("NullAway.Init") // set before the first call
    private Time time;

    private record Waiting(ObjectNode message, Instant until) {}

    /** One queue: what waits in here by receipt handle, in the order of its receipt, and what is in flight. */
    private record Queue(Map<String, Waiting> waiting, Tenants tenants) {}

    @Override
    public void use(Time passing) {
        this.time = passing;
    }

    private synchronized Queue queue(Call call) {
        return queues.computeIfAbsent(
                call.resource(), unused -> new Queue(new LinkedHashMap<>(), new Tenants(messages, percent)));
    }

    @Override
    public Reply apply(Call call, Chance chance, Next next) {
        if (!Messages.areOfStandardQueue(call)) {
            return next.forward(call);
        }
        return call.operation().equals("ReceiveMessage") ? receive(call, chance, next) : watch(call, next);
    }

    private Reply watch(Call call, Next next) {
        Reply reply = next.forward(call);
        if (Messages.isDone(reply)) {
            Queue queue = queue(call);
            synchronized (queue) {
                Entries.of(call.request()).forEach(entry -> {
                    int seconds = entry.path("VisibilityTimeout").asInt(); // 0 where it is deleted
                    if (seconds == 0) {
                        queue.tenants().ended(Messages.handle(entry), time.now());
                    } else {
                        queue.tenants()
                                .visibleAt(Messages.handle(entry), time.now().plusSeconds(seconds));
                    }
                });
            }
        }
        return reply;
    }

    private Reply receive(Call call, Chance chance, Next next) {
        AskedAttributes asked = new AskedAttributes(call);
        Call asking = AskedAttributes.withAlso(call, "MessageGroupId", "SentTimestamp");
        Queue queue = queue(call);
        int visibility = call.request().path("VisibilityTimeout").asInt(-1);
        List<ObjectNode> given = new ArrayList<>();
        synchronized (queue) {
            fill(queue, asking, next);
            if (!queue.waiting().isEmpty()) {
                visibility = visibility >= 0
                        ? visibility
                        : QueueAttributes.of(call, next)
                                .path("VisibilityTimeout")
                                .asInt(USUAL_SECONDS);
                given.addAll(give(queue, choose(queue, call, chance), visibility, call, next));
            }
        }
        if (given.isEmpty()) {
            return direct(queue, asking, asked, visibility >= 0 ? visibility : USUAL_SECONDS, next);
        }
        ObjectNode body = Body.emptyObject();
        ArrayNode delivered = body.putArray("Messages");
        given.forEach(message -> {
            asked.strip(message);
            delivered.add(message);
        });
        return Reply.ok(body);
    }

    /** What is on the queue now. */
    private void fill(Queue queue, Call asking, Next next) {
        Instant now = time.now();
        queue.waiting().values().removeIf(waiting -> !waiting.until().isAfter(now));
        ObjectNode request = asking.request().deepCopy();
        request.put("MaxNumberOfMessages", MOST_IN_A_CALL)
                .put("WaitTimeSeconds", 0)
                .put("VisibilityTimeout", SECONDS_KEPT);
        List<ObjectNode> received;
        do {
            received = next.forward(asking.withRequest(request)) instanceof Reply.Answer answer && answer.isOk()
                    ? Entries.received(answer.json())
                    : List.of();
            received.forEach(message ->
                    queue.waiting().put(Messages.handle(message), new Waiting(message, now.plusSeconds(SECONDS_KEPT))));
        } while (!received.isEmpty() && queue.waiting().size() < Messages.MOST_REMEMBERED);
    }

    private List<ObjectNode> choose(Queue queue, Call call, Chance chance) {
        int most = call.request().path("MaxNumberOfMessages").asInt(1);
        List<ObjectNode> waiting =
                queue.waiting().values().stream().map(Waiting::message).toList();
        queue.tenants().forgetOthers(waiting.stream().map(Tenants::tenantOf).collect(Collectors.toSet()));
        List<ObjectNode> oldest = Tenants.oldest(waiting, most);
        List<ObjectNode> fairest = queue.tenants().fairest(waiting, most, time.now());
        return !fairest.equals(oldest) && chance.falls() ? fairest : oldest;
    }

    /** Begins the visibility timeout of these; one that is not on the queue any more is left out. */
    private List<ObjectNode> give(Queue queue, List<ObjectNode> chosen, int visibility, Call call, Next next) {
        List<ObjectNode> given = new ArrayList<>();
        for (ObjectNode message : chosen) {
            String handle = Messages.handle(message);
            queue.waiting().remove(handle);
            if (Messages.isDone(Messages.showAfter(visibility, handle, call, next))) {
                note(queue, message, visibility);
                given.add(message);
            }
        }
        return given;
    }

    private void note(Queue queue, JsonNode message, int visibility) {
        Instant now = time.now();
        queue.tenants().delivered(message, now, now.plusSeconds(visibility));
    }

    /** Nothing waits: what comes while the client waits is its own. */
    private Reply direct(Queue queue, Call asking, AskedAttributes asked, int visibility, Next next) {
        Reply reply = next.forward(asking);
        if (!(reply instanceof Reply.Answer answer) || Answers.messages(reply).isEmpty()) {
            return reply;
        }
        ObjectNode body = answer.json();
        synchronized (queue) {
            Entries.received(body).forEach(message -> {
                note(queue, message, visibility);
                asked.strip(message);
            });
        }
        return answer.withJson(body);
    }
}
