package dev.queuelab.gateway.fault.sqs;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.google.auto.service.AutoService;
import dev.queuelab.core.toolbox.Recent;
import dev.queuelab.gateway.call.Body;
import dev.queuelab.gateway.call.Call;
import dev.queuelab.gateway.call.Reply;
import dev.queuelab.gateway.call.Subjects;
import dev.queuelab.gateway.fault.Chance;
import dev.queuelab.gateway.fault.Definition;
import dev.queuelab.gateway.fault.Fault;
import dev.queuelab.gateway.fault.Next;
import java.util.Set;

@Definition(
        name = "copy-to-two",
        claim = "A message is delivered to two consumers at once, and both may delete it.",
        source = "Amazon SQS Developer Guide, Amazon SQS at-least-once delivery",
        shows = "Two consumers do the same work at the same time; the receive count is one higher.",
        protection = "A conditional write before the effect; ids by which the effect is done once.",
        operations = {"DeleteMessage", "DeleteMessageBatch", "ReceiveMessage"},
        watches = {"DeleteMessage", "DeleteMessageBatch", "ReceiveMessage"})
@AutoService(Fault.class)
public final class CopyToTwo implements Fault {
    /** The errors of a deletion by a handle that is not the newest. */
    private static final Set<String> STALE = Set.of("InvalidParameterValue", "ReceiptHandleIsInvalid");

    /** Messages of which the second consumer has no copy yet. */
    private final Recent<String, Boolean> copies = new Recent<>(Messages.MOST_REMEMBERED);

    /** Handles of the first consumers. */
    private final Recent<String, Boolean> handles = new Recent<>(Messages.MOST_REMEMBERED);

    @Override
    public Reply apply(Call call, Chance chance, Next next) {
        if (!Messages.areOfStandardQueue(call)) {
            return next.forward(call);
        }
        if (!call.operation().equals("ReceiveMessage")) {
            return Batch.confirm(call, next, deletion -> isDoneForFirst(Messages.handle(deletion), call, next));
        }
        Reply reply = next.forward(call);
        for (JsonNode message : Answers.messages(reply)) {
            boolean isCopy = copies.remove(Messages.id(message)).isPresent();
            if (!isCopy && chance.falls(Messages.name(message))) {
                copy(message, call, next);
            }
        }
        return reply;
    }

    /** Remembers the message first: another consumer may have the copy before this one has its own. */
    private void copy(JsonNode message, Call call, Next next) {
        String handle = Messages.handle(message);
        copies.put(Messages.id(message), true);
        handles.put(Subjects.handle(handle), true);
        if (!Messages.isDone(Messages.showAfter(0, handle, call, next))) {
            copies.remove(Messages.id(message));
            handles.remove(Subjects.handle(handle));
        }
    }

    private boolean isDoneForFirst(String handle, Call call, Next next) {
        if (handles.get(Subjects.handle(handle)).isEmpty()) {
            return false;
        }
        ObjectNode request = Body.emptyObject();
        request.set("QueueUrl", call.request().path("QueueUrl"));
        request.put("ReceiptHandle", handle);
        Reply deleted = next.forward(call.as("DeleteMessage", request));
        return Messages.isDone(deleted) || Messages.isError(deleted, STALE);
    }
}
