package dev.queuelab.scenarios.check;

import dev.queuelab.core.history.Entry;
import dev.queuelab.core.history.Event;
import dev.queuelab.core.knob.ClockSource;
import dev.queuelab.core.toolbox.Seconds;
import dev.queuelab.core.trace.Delivery;
import dev.queuelab.core.trace.MessageTrace;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/**
 * Checks of a limit on the age of messages where the consumer's clock is off. The age is not the consumer's own: it is counted
 * from what the producer recorded of the sending, since the histories of one machine have one clock.
 */
public final class SkewChecks {
    private final Supplier<Duration> skew;
    private final Set<String> producers;
    private final Limited behind;
    private final Limited ahead;

    /**
     * Checks of two consumers, for what the producers with these labels sent.
     *
     * @param skew how far the clock of each consumer is off
     * @param behind whose clock is behind the service's
     * @param ahead whose clock is ahead of it
     */
    public SkewChecks(Supplier<Duration> skew, Set<String> producers, Limited behind, Limited ahead) {
        this.skew = skew;
        this.producers = Set.copyOf(producers);
        this.behind = behind;
        this.ahead = ahead;
    }

    /**
     * A consumer with a limit on the age of messages.
     *
     * @param limit its own
     */
    public record Limited(String label, Supplier<Duration> limit) {
        boolean received(Delivery delivery) {
            return delivery.process().equals(Labels.process(Labels.CONSUMER, label));
        }

        @Override
        public String toString() {
            return label + " (" + Seconds.of(limit.get()) + " s)";
        }
    }

    /** The limit of the consumer that received it. */
    private Duration limitOf(Delivery delivery) {
        return (ahead.received(delivery) ? ahead : behind).limit().get();
    }

    public Requirement staleDropped() {
        return new Requirement(
                "stale dropped",
                "No message had an effect that was too old whenever it was delivered, by more than the precision of the"
                        + " service's clock, " + Seconds.of(ClockSource.PRECISION) + " s.",
                this::staleDropped);
    }

    private Finding staleDropped(Evidence evidence) {
        Messages stale = stale(evidence);
        List<String> done = stale.ids().stream().filter(evidence::isDone).toList();
        return (done.isEmpty()
                        ? Finding.holds("of " + stale.count() + " older than the limit, none had an effect")
                        : Finding.broken(done.size() + " of " + stale.count() + " older than the limit had an effect: "
                                + Names.of(done)))
                .onlyInHistoriesOrCalls("how old messages were at their deliveries");
    }

    /** At its oldest: it was sent before the queue acknowledged it. */
    private Messages stale(Evidence evidence) {
        return evidence.messages()
                .from(producers)
                .where(trace -> !trace.deliveries().isEmpty()
                        && trace.deliveries().stream()
                                .allMatch(delivery -> trace.acknowledged()
                                        .filter(sent -> isOlder(
                                                sent.at(),
                                                delivery.at(),
                                                limitOf(delivery).plus(ClockSource.PRECISION)))
                                        .isPresent()));
    }

    public Requirement freshKept() {
        return new Requirement(
                "fresh not dropped", "No message was dropped for its age before it had that age.", this::freshKept);
    }

    private Finding freshKept(Evidence evidence) {
        List<MessageTrace> messages = evidence.messages().from(producers).traces();
        List<String> tooSoon = new ArrayList<>();
        for (MessageTrace trace : messages) {
            for (Delivery delivery : trace.deliveries()) {
                delivery.timeOf(Event.Expired.class)
                        .filter(at -> isFresh(trace, delivery, at))
                        .ifPresent(at -> tooSoon.add(trace.id() + " by " + delivery.process()));
            }
        }
        return (tooSoon.isEmpty()
                        ? Finding.holds("of " + messages.size() + " messages, none was dropped before it had the age")
                        : Finding.broken(tooSoon.size() + " dropped before they had the age: " + Names.of(tooSoon)))
                .onlyInHistories("what was dropped for its age");
    }

    /** Whether the message cannot have had the age by then: the queue took it after its sending had begun. */
    private boolean isFresh(MessageTrace trace, Delivery delivery, Instant at) {
        return sendingOf(trace)
                .filter(sent -> !isOlder(sent, at, limitOf(delivery)))
                .isPresent();
    }

    private static Optional<Instant> sendingOf(MessageTrace trace) {
        return trace.others().stream()
                .filter(fact -> fact.event() instanceof Event.Sending)
                .map(Entry::at)
                .findFirst();
    }

    private static boolean isOlder(Instant sent, Instant now, Duration age) {
        return Duration.between(sent, now).compareTo(age) > 0;
    }

    /** What each kind is about came about: there were such messages, and a consumer decided while they were so. */
    public Precondition staleAndFreshSeen() {
        return new Precondition(
                "stale and fresh decided",
                "The failure could come about: the consumer that is behind received stale messages, and the one that is"
                        + " ahead decided about fresh ones while they were.",
                this::staleAndFreshSeen);
    }

    private Finding staleAndFreshSeen(Evidence evidence) {
        long stale = stale(evidence).traces().stream()
                .filter(trace -> trace.deliveries().stream().anyMatch(behind::received))
                .count();
        long fresh = evidence.messages().from(producers).traces().stream()
                .filter(trace -> trace.deliveries().stream()
                        .anyMatch(delivery -> ahead.received(delivery)
                                && decision(delivery)
                                        .filter(at -> isFresh(trace, delivery, at))
                                        .isPresent()))
                .count();
        return Finding.that(stale > 0 && fresh > 0, stale + " stale by " + behind + ", " + fresh + " fresh by " + ahead)
                .onlyInHistories("what consumers decided");
    }

    private static Optional<Instant> decision(Delivery delivery) {
        return delivery.timeOf(Event.Expired.class).or(() -> delivery.timeOf(Event.EffectAttempted.class));
    }

    public Precondition skewSeen() {
        return new Precondition(
                "skew seen",
                "Each consumer was given time stamps of a clock that is that far from its own.",
                this::skewSeen);
    }

    private Finding skewSeen(Evidence evidence) {
        boolean late = isShifted(evidence, behind, skew.get());
        boolean early = isShifted(evidence, ahead, skew.get().negated());
        return Finding.that(
                        late && early,
                        "time stamps " + Seconds.of(skew.get()) + " s off: " + behind.label() + " "
                                + (late ? "yes" : "no") + ", " + ahead.label() + " " + (early ? "yes" : "no"))
                .onlyInHistoriesOrCalls("what time stamps messages had");
    }

    /** By more than half of it, which is more than any delay here. */
    private boolean isShifted(Evidence evidence, Limited consumer, Duration by) {
        return evidence.messages().from(producers).traces().stream()
                .anyMatch(trace -> trace.deliveries().stream()
                        .filter(consumer::received)
                        .anyMatch(delivery -> trace.acknowledged()
                                .map(sent -> Duration.between(
                                        sent.at().plus(by.dividedBy(2)),
                                        delivery.received().sentAt()))
                                .filter(beyond -> by.isNegative() == beyond.isNegative())
                                .isPresent()));
    }
}
