package dev.queuelab.report.analysis;

import dev.queuelab.core.history.Entry;
import dev.queuelab.core.history.Event;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Finds what a history tells of one message. */
public final class MessageFilter {
    private final List<Entry> entries;

    /** By SQS's MessageId, the identity in the payload. */
    private final Map<String, String> identities = new HashMap<>();

    public MessageFilter(List<Entry> entries) {
        this.entries = entries;
        for (Entry entry : entries) {
            if (entry.event() instanceof Event.Sent sent) {
                identities.put(sent.messageId(), sent.id());
            } else if (entry.event() instanceof Event.Received received) {
                identities.put(received.messageId(), received.id());
            }
        }
    }

    /** Ids of messages that begin so, or whose MessageId does; one that is just so stands alone. */
    public List<String> idsLike(String beginning) {
        List<String> ids = entries.stream()
                .flatMap(entry -> idOf(entry).stream())
                .distinct()
                .toList();
        if (ids.contains(beginning)) {
            return List.of(beginning);
        }
        Stream<String> byMessageId = identities.entrySet().stream()
                .filter(known -> known.getKey().startsWith(beginning))
                .map(Map.Entry::getValue);
        return Stream.concat(ids.stream().filter(id -> id.startsWith(beginning)), byMessageId)
                .distinct()
                .toList();
    }

    /** What all processes recorded of this message, in order. */
    public List<Entry> lifeOf(String id) {
        return entries.stream().filter(entry -> idOf(entry).contains(id)).toList();
    }

    private static List<String> idOf(Entry entry) {
        return Fact.of(entry, Instant.EPOCH).id().stream().toList();
    }
}
