package dev.queuelab.scenarios.check;

import dev.queuelab.core.history.Entry;
import dev.queuelab.core.history.Event;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Checks of dead letters that were moved back to their queue. */
public final class Redrives {
    /** Whether this environment gives a message that is moved back another MessageId. */
    public static final String NEW_MESSAGE_IDS = "new message ids seen";

    private Redrives() {}

    /** Each of these messages was delivered again after the redrive; else there is nothing to judge. */
    public static Check deliveredAgain(Messages messages) {
        return new Check("redriven messages seen", evidence -> {
            Map<String, String> redriven = redriven(evidence);
            List<String> others = messages.ids().stream()
                    .filter(id -> !redriven.containsKey(id))
                    .toList();
            if (!others.isEmpty() && evidence.hasGaps()) {
                return Outside.unknown(evidence, "what was delivered after the redrive");
            }
            return others.isEmpty()
                    ? Judgement.pass("all of " + messages.count() + " were delivered again after the redrive")
                    : Judgement.unknown(others.size() + " of " + messages.count()
                            + " were not delivered after the redrive: " + Listing.of(others));
        });
    }

    /**
     * The redrive gave the messages new MessageIds, as Amazon SQS does ("Configuring a dead-letter queue redrive").
     * Where it did not, what comes of that cannot be shown.
     */
    public static Check newMessageIds(Messages messages) {
        return new Check(NEW_MESSAGE_IDS, evidence -> {
            Map<String, String> redriven = redriven(evidence);
            long changed = messages.sent().stream()
                    .filter(sent ->
                            !redriven.getOrDefault(sent.id(), sent.messageId()).equals(sent.messageId()))
                    .count();
            if (changed == 0 && evidence.hasGaps()) {
                return Outside.skip(evidence, "under which MessageIds messages were delivered");
            }
            return changed > 0
                    ? Judgement.pass(changed + " of " + messages.count() + " came back under another MessageId")
                    : Judgement.skip("redriven messages keep their MessageId here; Amazon SQS gives them new ones");
        });
    }

    /** The MessageIds under which messages were delivered after the first redrive, by id. */
    private static Map<String, String> redriven(Evidence evidence) {
        Map<String, String> redriven = new HashMap<>();
        evidence.history().entries().stream()
                .map(Entry::event)
                .dropWhile(event -> !(event instanceof Event.RedriveSeen))
                .filter(Event.Received.class::isInstance)
                .map(Event.Received.class::cast)
                .forEach(received -> redriven.put(received.id(), received.messageId()));
        return redriven;
    }
}
