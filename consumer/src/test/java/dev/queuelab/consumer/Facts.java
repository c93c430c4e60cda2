package dev.queuelab.consumer;

import dev.queuelab.core.history.Event;
import dev.queuelab.core.history.Recorder;
import java.util.ArrayList;
import java.util.List;

/** A history in memory. */
final class Facts implements Recorder {
    private final List<Event> events = new ArrayList<>();

    @Override
    public void record(Event event) {
        events.add(event);
    }

    List<Event> all() {
        return events;
    }

    <E extends Event> List<E> all(Class<E> kind) {
        return events.stream().filter(kind::isInstance).map(kind::cast).toList();
    }

    /** What kinds of facts there are, in order. */
    List<String> kinds() {
        return events.stream().map(event -> event.getClass().getSimpleName()).toList();
    }
}
