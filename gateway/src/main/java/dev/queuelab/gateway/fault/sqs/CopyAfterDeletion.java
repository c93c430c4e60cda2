package dev.queuelab.gateway.fault.sqs;

import com.google.auto.service.AutoService;
import dev.queuelab.core.toolbox.Recent;
import dev.queuelab.gateway.call.Call;
import dev.queuelab.gateway.call.Reply;
import dev.queuelab.gateway.fault.Chance;
import dev.queuelab.gateway.fault.Definition;
import dev.queuelab.gateway.fault.Fault;
import dev.queuelab.gateway.fault.Next;
import dev.queuelab.gateway.fault.Parameter;
import java.util.Set;

@Definition(
        name = "copy-after-deletion",
        claim = "A deletion is confirmed, and the message is delivered again: a copy was on a server that was not"
                + " reached.",
        source = "Amazon SQS Developer Guide, Amazon SQS at-least-once delivery",
        shows = "A message comes again after it was done and deleted; its receive count is one higher.",
        protection = "A record of what was done, which outlives the message.",
        operations = {"DeleteMessage", "DeleteMessageBatch"})
@AutoService(Fault.class)
public final class CopyAfterDeletion implements Fault {
    /** The message is visible already, since its time in flight has passed. */
    private static final Set<String> VISIBLE =
            Set.of("MessageNotInflight", "AWS.SimpleQueueService.MessageNotInflight");

    @Parameter(value = "seconds until the copy is delivered", to = 43_200)
    private int seconds;

    @Parameter(value = "copies of one message at most", from = 1)
    private int copies = 1;

    /** By the message's name. */
    private final Recent<String, Integer> delivered = new Recent<>(Messages.MOST_REMEMBERED);

    @Override
    public Reply apply(Call call, Chance chance, Next next) {
        return Messages.areOfStandardQueue(call)
                ? Batch.confirm(call, next, deletion -> survives(Messages.handle(deletion), call, chance, next))
                : next.forward(call);
    }

    private boolean survives(String handle, Call call, Chance chance, Next next) {
        String name = chance.nameOfHandle(handle);
        int before = delivered.get(name).orElse(0);
        if (before >= copies || !chance.falls(name)) {
            return false;
        }
        Reply shown = Messages.showAfter(seconds, handle, call, next);
        boolean survives = Messages.isDone(shown) || Messages.isError(shown, VISIBLE);
        if (survives) {
            delivered.put(name, before + 1);
        }
        return survives;
    }
}
