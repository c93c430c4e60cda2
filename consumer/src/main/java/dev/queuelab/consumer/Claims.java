package dev.queuelab.consumer;

import dev.queuelab.consumer.StatusStore.Begin;
import dev.queuelab.consumer.StatusStore.HeldByAnother;
import dev.queuelab.consumer.StatusStore.Start;
import dev.queuelab.core.history.Event;
import dev.queuelab.core.history.Recorder;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Begins the work on a message. Where somebody else has claimed it, this waits until that claim ends, with the message in
 * hand, and then begins.
 *
 * <p>To give it back instead would use up one of the few deliveries that the queue grants: a message whose owner is well
 * would be dead-lettered. So it is kept, invisible, and asked about each second: it may be done sooner. The wait has an
 * end. An owner that has renewed its claim by then lives, and the message is left to it.
 */
final class Claims {
    private static final Logger log = LoggerFactory.getLogger(Claims.class);

    private static final Duration BETWEEN_TRIES = Duration.ofSeconds(1);

    /** A clock that stands, or goes back, does not make this a busy loop. */
    private static final Duration SHORTEST = Duration.ofMillis(10);

    private final StatusStore statuses;
    private final Recorder recorder;
    private final HeldMessages messages;
    private final Predicate<Duration> endsWithin;
    private final InstantSource clock;
    private final Duration workTime;

    /**
     * Claims in {@code statuses}.
     *
     * @param endsWithin lets so much time pass, or less if the process is to end; returns whether it is
     * @param workTime how long the message is to stay invisible once the other's claim has ended
     */
    Claims(
            StatusStore statuses,
            Recorder recorder,
            HeldMessages messages,
            Predicate<Duration> endsWithin,
            InstantSource clock,
            Duration workTime) {
        this.statuses = statuses;
        this.recorder = recorder;
        this.messages = messages;
        this.endsWithin = endsWithin;
        this.clock = clock;
        this.workTime = workTime;
    }

    /**
     * Records the start, once nobody else has claimed the message.
     *
     * @throws StepFailedException if the owner has renewed its claim, or the process is to end meanwhile
     */
    Start begin(Delivery delivery, Work work) {
        Instant asked = clock.instant();
        Begin begin = statuses.start(work.name(), work.digest());
        if (begin instanceof HeldByAnother held) {
            refused(delivery, work, held);
            Instant end = held.until();
            while (begin instanceof HeldByAnother now) {
                if (!asked.isBefore(end) || endsWithin.test(pauseUntil(end))) {
                    throw left(delivery, now);
                }
                asked = clock.instant();
                begin = statuses.start(work.name(), work.digest());
            }
        }
        Start start = (Start) begin;
        start.lease().ifPresent(lease -> claimed(delivery, work, lease));
        return start;
    }

    private void claimed(Delivery delivery, Work work, Lease lease) {
        messages.claimed(delivery, work.name(), lease);
        recorder.record(new Event.LeaseHeld(work.id(), lease.owner(), lease.token(), lease.until()));
    }

    private void refused(Delivery delivery, Work work, HeldByAnother held) {
        log.info("message {} is claimed by {} until {}", LogText.name(work.id()), held.owner(), held.until());
        recorder.record(new Event.LeaseRefused(work.id(), held.owner(), held.until()));
        messages.hide(delivery, timeUntil(held.until()).plus(workTime));
    }

    private Duration pauseUntil(Instant end) {
        Duration left = timeUntil(end);
        Duration shorter = left.compareTo(BETWEEN_TRIES) < 0 ? left : BETWEEN_TRIES;
        return shorter.compareTo(SHORTEST) < 0 ? SHORTEST : shorter;
    }

    private LeaseHeldException left(Delivery delivery, HeldByAnother held) {
        messages.leave(delivery, timeUntil(held.until()));
        return new LeaseHeldException(held.owner(), held.until().toString());
    }

    private Duration timeUntil(Instant end) {
        return Duration.between(clock.instant(), end);
    }
}
