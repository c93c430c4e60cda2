package dev.queuelab.scenarios.check;

import dev.queuelab.core.history.Entry;
import dev.queuelab.core.history.Event;
import dev.queuelab.core.history.History;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * What was still on the queue at some moment, by what the processes recorded: sent, and not deleted. Amazon SQS itself
 * tells a depth that is approximate ("GetQueueAttributes"), and an age through CloudWatch only.
 *
 * @param messages how many
 * @param oldestAge how long ago the one that was sent first was sent; zero where there is none
 */
public record Backlog(int messages, Duration oldestAge) {

    public static Backlog at(Instant moment, History history) {
        Map<String, Instant> open = new HashMap<>();
        Set<String> deleted = new HashSet<>(); // a producer may record its acknowledgement after the deletion
        for (Entry entry : history.entries()) {
            if (entry.at().isAfter(moment)) {
                break;
            }
            if (entry.event() instanceof Event.Sent sent && !deleted.contains(sent.id())) {
                open.put(sent.id(), entry.at());
            } else if (entry.event() instanceof Event.Deleted gone) {
                deleted.add(gone.id());
                open.remove(gone.id());
            }
        }
        Duration oldest = open.values().stream()
                .min(Instant::compareTo)
                .map(sent -> Duration.between(sent, moment))
                .orElse(Duration.ZERO);
        return new Backlog(open.size(), oldest);
    }
}
