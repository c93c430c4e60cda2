package dev.queuelab.scenarios.check;

import dev.queuelab.core.history.Event;
import dev.queuelab.core.trace.MessageTrace;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Checks of dead letters that were moved back to their queue. */
public final class RedriveChecks {
    public static final Precondition REDRIVEN_SEEN = new Precondition(
            "redriven messages seen",
            "Each message was delivered again after the redrive.",
            RedriveChecks::redrivenSeen);

    public static final Precondition NEW_MESSAGE_IDS_SEEN = new Precondition(
            "new message ids seen",
            "The redrive gave messages new MessageIds, as Amazon SQS does (\"Configuring a dead-letter queue redrive\").",
            RedriveChecks::newMessageIdsSeen);

    private RedriveChecks() {}

    private static Finding redrivenSeen(Evidence evidence) {
        Map<String, String> redriven = redriven(evidence);
        Messages messages = evidence.messages();
        List<String> others =
                messages.ids().stream().filter(id -> !redriven.containsKey(id)).toList();
        return others.isEmpty()
                ? Finding.holds("all of " + messages.count() + " were delivered again after the redrive")
                : Finding.broken(others.size() + " of " + messages.count() + " were not delivered after the redrive: "
                                + Names.of(others))
                        .onlyInHistoriesOrCalls("what was delivered after the redrive");
    }

    private static Finding newMessageIdsSeen(Evidence evidence) {
        Map<String, String> redriven = redriven(evidence);
        Messages messages = evidence.messages();
        int changed = messages.where(trace -> hasNewMessageId(trace, redriven)).count();
        return changed > 0
                ? Finding.holds(changed + " of " + messages.count() + " came back under another MessageId")
                : Finding.notApplicable("redriven messages keep their MessageId here; Amazon SQS gives them new ones")
                        .onlyInHistoriesOrCalls("under which MessageIds messages were delivered");
    }

    private static boolean hasNewMessageId(MessageTrace trace, Map<String, String> redriven) {
        String now = redriven.get(trace.id());
        return now != null
                && trace.acknowledged()
                        .filter(sent -> !sent.messageId().equals(now))
                        .isPresent();
    }

    /** The MessageIds under which messages were delivered after the first redrive, by id. */
    private static Map<String, String> redriven(Evidence evidence) {
        Map<String, String> redriven = new HashMap<>();
        boolean begun = false;
        for (var entry : evidence.history().entries()) {
            begun |= entry.event() instanceof Event.RedriveSeen;
            if (begun && entry.event() instanceof Event.Received received) {
                redriven.put(received.id(), received.messageId());
            }
        }
        return redriven;
    }
}
