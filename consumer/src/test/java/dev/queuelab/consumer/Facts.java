package dev.queuelab.consumer;

import dev.queuelab.core.history.Event;
import dev.queuelab.core.history.HistoryException;
import dev.queuelab.core.history.Recorder;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A history in memory. */
final class Facts implements Recorder {
    private final List<Event> events = new CopyOnWriteArrayList<>();

    private final List<Class<? extends Event>> refused = new CopyOnWriteArrayList<>();

    /** Facts of this kind cannot be recorded, as on a full disk. */
    void refuse(Class<? extends Event> kind) {
        refused.add(kind);
    }

    @Override
    public void record(Event event) {
        if (refused.contains(event.getClass())) {
            throw new HistoryException("no space left");
        }
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
