package dev.queuelab.gateway.fault.sqs;

import com.fasterxml.jackson.databind.JsonNode;
import com.google.auto.service.AutoService;
import dev.queuelab.core.toolbox.Recent;
import dev.queuelab.gateway.call.Call;
import dev.queuelab.gateway.call.Reply;
import dev.queuelab.gateway.call.Subjects;
import dev.queuelab.gateway.fault.Chance;
import dev.queuelab.gateway.fault.Definition;
import dev.queuelab.gateway.fault.Fault;
import dev.queuelab.gateway.fault.Next;

@Definition(
        name = "stale-deletion",
        claim = "A deletion by a handle that is not the message's newest succeeds, and deletes nothing.",
        source = "Amazon SQS API Reference, DeleteMessage",
        shows = "A consumer that was too slow takes its message for deleted, and it comes again.",
        protection = "A visibility timeout longer than the work, or one that is extended; idempotency.",
        operations = {"DeleteMessage", "DeleteMessageBatch", "ReceiveMessage"},
        watches = "ReceiveMessage")
@AutoService(Fault.class)
public final class StaleDeletion implements Fault {
    private final Recent<String, String> newestHandles = new Recent<>(Messages.MOST_REMEMBERED);
    private final Recent<String, String> messages = new Recent<>(Messages.MOST_REMEMBERED);

    @Override
    public Reply apply(Call call, Chance chance, Next next) {
        if (!Messages.areOfStandardQueue(call)) {
            return next.forward(call);
        }
        if (!call.operation().equals("ReceiveMessage")) {
            return Batch.confirm(call, next, deletion -> isStale(Messages.handle(deletion), chance));
        }
        Reply reply = next.forward(call);
        for (JsonNode message : Answers.messages(reply)) {
            String handle = Subjects.handle(Messages.handle(message));
            newestHandles.put(Messages.id(message), handle);
            messages.put(handle, Messages.id(message));
        }
        return reply;
    }

    /** Decides about stale handles alone. */
    private boolean isStale(String receiptHandle, Chance chance) {
        String handle = Subjects.handle(receiptHandle);
        return messages.get(handle)
                        .flatMap(newestHandles::get)
                        .filter(newest -> !newest.equals(handle))
                        .isPresent()
                && chance.fallsForHandle(receiptHandle);
    }
}
