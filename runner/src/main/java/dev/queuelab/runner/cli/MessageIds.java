package dev.queuelab.runner.cli;

import dev.queuelab.core.history.Event;
import dev.queuelab.core.history.History;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/**
 * The ids of a history's messages, each with the SQS MessageIds that it had.
 *
 * @param messageIds by id, in the order in which the messages first appear
 */
record MessageIds(Map<String, Set<String>> messageIds) {

    static MessageIds in(History history) {
        Map<String, Set<String>> ids = new LinkedHashMap<>();
        history.entries().forEach(entry -> {
            if (entry.event() instanceof Event.OfMessage fact) {
                Set<String> known = ids.computeIfAbsent(fact.id(), id -> new LinkedHashSet<>());
                if (fact instanceof Event.Sent sent) {
                    known.add(sent.messageId());
                } else if (fact instanceof Event.Received received) {
                    known.add(received.messageId());
                }
            }
        });
        return new MessageIds(ids);
    }

    Set<String> all() {
        return messageIds.keySet();
    }

    /** Ids that begin so, or have a MessageId that does. An id that equals {@code beginning} is the only one. */
    Set<String> startingWith(String beginning) {
        if (messageIds.containsKey(beginning)) {
            return Set.of(beginning);
        }
        Set<String> found = new LinkedHashSet<>();
        messageIds.forEach((id, known) -> {
            if (id.startsWith(beginning) || known.stream().anyMatch(messageId -> messageId.startsWith(beginning))) {
                found.add(id);
            }
        });
        return found;
    }
}
