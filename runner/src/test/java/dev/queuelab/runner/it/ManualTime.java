package dev.queuelab.runner.it;

import dev.queuelab.gateway.fault.Time;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Time that passes when a test says so. It begins now, since what services say of time is compared with it. */
final class ManualTime implements Time {
    private final List<Action> actions = new ArrayList<>();
    private Instant now = Clock.systemUTC().instant();

    private record Action(Instant at, Runnable action) {}

    @Override
    public synchronized Instant now() {
        return now;
    }

    @Override
    public synchronized void after(Duration delay, Runnable action) {
        actions.add(new Action(now.plus(delay), action));
    }

    /** Whether somebody waits for time to pass. */
    synchronized boolean isAwaited() {
        return !actions.isEmpty();
    }

    /** Lets time pass, and runs what is due, in order. */
    void pass(Duration duration) {
        List<Action> due;
        synchronized (this) {
            now = now.plus(duration);
            due = actions.stream()
                    .filter(action -> !action.at().isAfter(now))
                    .sorted(Comparator.comparing(Action::at))
                    .toList();
            actions.removeAll(due);
        }
        due.forEach(action -> action.action().run());
    }
}
