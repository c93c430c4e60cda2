package dev.queuelab.lab.stage;

import dev.queuelab.core.history.Event;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** What is known of a consumer's work so far: by its history, by its calls, or else by what it keeps from others. */
final class KnownWork {
    /** What a consumer does before it has looked whether a message's work is done. */
    private static final Set<Class<? extends Event>> UNDECIDED =
            Set.of(Event.Received.class, Event.LeaseHeld.class, Event.Extended.class);

    private static final Set<Class<? extends Event>> AT_WORK =
            Set.of(Event.EffectAttempted.class, Event.EffectPerformed.class);

    /** The same, of a consumer that is known by its calls alone. */
    private static final Set<Class<? extends Event>> IN_HAND = Set.of(
            Event.Received.class, Event.Extended.class, Event.EffectAttempted.class, Event.EffectPerformed.class);

    private final ConsumerHandle handle;
    private final BlackBoxObserver observer;

    KnownWork(ConsumerHandle handle, BlackBoxObserver observer) {
        this.handle = handle;
        this.observer = observer;
    }

    /** How often the event is in its history; of a consumer that nobody sees, how many messages are in flight. */
    long count(Class<? extends Event> event) {
        return handle.isUnobserved()
                ? observer.inFlight(handle.name()
                        + " emptied the queue before it was seen at work, which should have taken it a while:"
                        + " it does not honour SIDE_EFFECT_DELAY_SECONDS or the crash that it was set to")
                : handle.history().all(event).count();
    }

    /** Whether the last that is known of some message is that its work has begun; else, that it was received. */
    boolean isBusy() {
        if (handle.isUnobserved()) {
            return count(Event.Received.class) > 0;
        }
        Set<Class<? extends Event>> busy = handle.keepsHistory() ? AT_WORK : IN_HAND;
        Map<String, Event> last = new HashMap<>();
        handle.history().all(Event.OfMessage.class).forEach(fact -> last.put(fact.id(), fact));
        return last.values().stream().anyMatch(fact -> busy.contains(fact.getClass()));
    }

    /** Whether it has decided what to do with some message. */
    boolean hasDecided() {
        return handle.isUnobserved()
                ? count(Event.Received.class) > 0
                : handle.history().all(Event.OfMessage.class).anyMatch(fact -> !UNDECIDED.contains(fact.getClass()));
    }
}
