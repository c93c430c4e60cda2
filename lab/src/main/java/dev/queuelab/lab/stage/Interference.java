package dev.queuelab.lab.stage;

import dev.queuelab.core.call.CallBreak;
import dev.queuelab.core.history.Event;
import dev.queuelab.gateway.breakpoint.Breakpoint;
import dev.queuelab.gateway.breakpoint.CallPattern;
import dev.queuelab.gateway.breakpoint.Moment;
import dev.queuelab.gateway.breakpoint.ProtocolBreaks;
import dev.queuelab.gateway.breakpoint.ReceiveBudget;
import dev.queuelab.gateway.breakpoint.ReceiveLimit;
import dev.queuelab.lab.process.ChildProcess;
import dev.queuelab.lab.wire.HeldWork;
import dev.queuelab.lab.wire.RejectedWork;
import dev.queuelab.lab.wire.RunGateway;
import dev.queuelab.lab.wire.SecondDeletion;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/** What the gateway does to a consumer, which need not know it: it kills it at a call, breaks its calls, or holds its work. */
final class Interference {
    private final CompletableFuture<ChildProcess> process = new CompletableFuture<>();
    private Optional<Moment> fatal = Optional.empty();
    private Optional<HeldWork> held = Optional.empty();
    private Optional<RejectedWork> rejected = Optional.empty();
    private List<CallBreak> breaks = List.of();
    private Optional<CallBreaker> breaker = Optional.empty();
    private OptionalInt mostReceived = OptionalInt.empty();
    private OptionalInt receivedInTotal = OptionalInt.empty();
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
        held = Optional.of(new HeldWork(time, this::isAlive));
        descriptions.add("whose work is held for " + time.toMillis() + " ms");
    }

    /** Work on what contains the marker fails. */
    void rejectWork(String marker) {
        rejected = Optional.of(new RejectedWork(marker));
        descriptions.add("whose work on poison is refused");
    }

    /** Calls are broken, one for each message that it receives. */
    void breakCalls(List<CallBreak> all) {
        breaks = List.copyOf(all);
        descriptions.add(
                all.size() == 1
                        ? "to meet: " + all.get(0).way().words() + " "
                                + all.get(0).call().describe()
                        : "to meet " + all.size() + " broken calls");
    }

    /** No call of it receives more than so many messages. */
    void receiveAtMost(int most) {
        mostReceived = OptionalInt.of(most);
    }

    /** It receives so many messages, and then no more. */
    void receiveInTotal(int total) {
        receivedInTotal = OptionalInt.of(total);
    }

    /** Whether nothing can be done to it without the gateway. */
    boolean needsGateway() {
        return !breaks.isEmpty() || mostReceived.isPresent() || receivedInTotal.isPresent();
    }

    /** Whether the consumer runs, or is about to. */
    boolean isAlive() {
        return !process.isDone() || process.join().isAlive();
    }

    /** To be called before the consumer starts, which makes its first call soon afterwards. */
    void install(RunGateway gateway, String consumer, Consumer<Event> recorder) {
        gateway.endPollsWith(consumer, this::isReading);
        held.ifPresent(work -> gateway.intercept(consumer, work));
        rejected.ifPresent(work -> gateway.intercept(consumer, work));
        fatal.ifPresent(moment -> gateway.intercept(consumer, new Breakpoint(moment, CallPattern.EFFECT, 1, reached -> {
            crash(consumer, recorder);
            return Breakpoint.Then.CLOSE;
        })));
        fatal.filter(Moment.BEFORE_CALL::equals)
                .ifPresent(moment -> gateway.intercept(consumer, new SecondDeletion(() -> crash(consumer, recorder))));
        mostReceived.ifPresent(most -> gateway.intercept(consumer, new ReceiveLimit(most)));
        receivedInTotal.ifPresent(total -> gateway.intercept(consumer, new ReceiveBudget(total, this::isAlive)));
        if (!breaks.isEmpty()) {
            CallBreaker listener = new CallBreaker(consumer, process, recorder);
            breaker = Optional.of(listener);
            gateway.intercept(consumer, new ProtocolBreaks(breaks, listener));
        }
    }

    private void crash(String consumer, Consumer<Event> recorder) {
        recorder.accept(new Event.Signalled(consumer, "KILL"));
        crashed = true; // before its end, which somebody waits for
        process.join().kill();
    }

    /** Whether it reads what it is answered. */
    private boolean isReading() {
        return isAlive() && !(process.isDone() && process.join().isPaused());
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
        return fatal.isPresent()
                || breaks.stream().anyMatch(broken -> broken.way().kills());
    }

    /** Whether it was. */
    boolean hasCrashed() {
        return crashed || isBroken();
    }

    /** Whether a call of it was broken. */
    boolean isBroken() {
        return breaker.filter(CallBreaker::isBroken).isPresent();
    }

    /** A call at which it was paused goes on. */
    void release() {
        held().ifPresent(HeldWork::release);
        breaker.ifPresent(CallBreaker::release);
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
