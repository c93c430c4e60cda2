package dev.queuelab.scenarios.check;

import dev.queuelab.core.history.Event;
import dev.queuelab.core.history.History;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Messages that the queue acknowledged, in the order of their acknowledgement. */
public record Messages(List<Event.Sent> sent) {

    public Messages {
        sent = List.copyOf(sent);
    }

    public static Messages sentIn(History history) {
        return new Messages(history.all(Event.Sent.class).toList());
    }

    /** These messages, then the others. */
    public Messages and(Messages others) {
        return new Messages(Stream.concat(sent.stream(), others.sent.stream()).toList());
    }

    public int count() {
        return sent.size();
    }

    public List<String> ids() {
        return sent.stream().map(Event.Sent::id).toList();
    }

    /** Those that are meant to be refused. */
    public Messages poison() {
        return only(Event.Sent::poison);
    }

    /** Those that are meant to be processed. */
    public Messages good() {
        return only(message -> !message.poison());
    }

    private Messages only(Predicate<Event.Sent> which) {
        return new Messages(sent.stream().filter(which).toList());
    }
}
