package dev.queuelab.scenarios.check;

import dev.queuelab.core.history.Entry;
import dev.queuelab.core.history.Event;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Messages that the queue delivered to a poll whose process had ended. Each such delivery counts against maxReceiveCount
 * (Amazon SQS Developer Guide, "Avoiding inconsistent message processing"), and no consumer can be blamed for it.
 */
final class DeadPolls {
    private DeadPolls() {}

    /**
     * Not judged where a dead poll explains what was found of each of these messages; else {@code broken}.
     *
     * @param ids the messages that the finding is about
     */
    static Finding unlessTaken(Evidence evidence, Collection<String> ids, Finding broken) {
        List<Entry> unread = evidence.deliveriesToNobody();
        Set<String> taken = unread.stream().map(DeadPolls::id).collect(Collectors.toSet());
        return ids.isEmpty() || !taken.containsAll(ids)
                ? broken
                : Finding.undecided("not judged: " + broken.text() + "; but "
                        + unread.stream()
                                .filter(entry -> ids.contains(id(entry)))
                                .map(entry -> id(entry) + " was delivered to a poll that " + entry.process()
                                        + " had left open at its end")
                                .distinct()
                                .collect(Collectors.joining(", ")));
    }

    private static String id(Entry entry) {
        return ((Event.Received) entry.event()).id();
    }
}
