package dev.queuelab.lab.stage;

import dev.queuelab.core.history.Event;
import dev.queuelab.gateway.breakpoint.Breakpoint;
import dev.queuelab.gateway.breakpoint.CallPattern;
import dev.queuelab.gateway.breakpoint.Moment;
import dev.queuelab.lab.process.ChildProcess;
import dev.queuelab.lab.wire.HeldWork;
import dev.queuelab.lab.wire.RunGateway;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/** What the gateway does to a consumer that knows none of our knobs: it kills it at a call, or holds its work. */
final class Interference {
    private final CompletableFuture<ChildProcess> process = new CompletableFuture<>();
    private Optional<Moment> fatal = Optional.empty();
    private Optional<HeldWork> held = Optional.empty();
    private final List<String> descriptions = new ArrayList<>();
    private volatile boolean crashed;

    /** The consumer is killed at the write of its first effect: before the service gets it, or before its reply arrives. */
    void crashAtEffect(Moment moment) {
        fatal = Optional.of(moment);
        descriptions.add(
                moment == Moment.BEFORE_CALL
                        ? "to be killed before its first effect"
                        : "to be killed after its first effect, before the reply");
    }

    /** The work on each message takes this long. */
    void workFor(Duration time) {
        held = Optional.of(
                new HeldWork(time, () -> !process.isDone() || process.join().isAlive()));
        descriptions.add("whose work is held for " + time.toMillis() + " ms");
    }

    /** To be called before the consumer starts, which makes its first call soon afterwards. */
    void install(RunGateway gateway, String consumer, Consumer<Event> recorder) {
        held.ifPresent(work -> gateway.intercept(consumer, work));
        fatal.ifPresent(moment -> gateway.intercept(consumer, new Breakpoint(moment, CallPattern.EFFECT, 1, reached -> {
            recorder.accept(new Event.Signalled(consumer, "KILL"));
            crashed = true; // before its end, which somebody waits for
            process.join().kill();
            return Breakpoint.Then.CLOSE;
        })));
    }

    /** The consumer has started. */
    void begin(ChildProcess started) {
        if (isFatal()) {
            started.mayEnd();
        }
        process.complete(started);
    }

    /** Whether the consumer is to be killed. */
    boolean isFatal() {
        return fatal.isPresent();
    }

    /** Whether it was. */
    boolean hasCrashed() {
        return crashed;
    }

    /** The hold on its work, if there is one. */
    Optional<HeldWork> held() {
        return held;
    }

    /** For people: what is done to it, after its name. Empty text if nothing is. */
    String describe() {
        return descriptions.isEmpty() ? "" : ", " + String.join(", ", descriptions);
    }
}
