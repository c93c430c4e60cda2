package dev.queuelab.consumer;

import dev.queuelab.core.knob.ClockSource;
import dev.queuelab.core.knob.Knobs;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;

/**
 * The service's clock, known by the {@code Date} of its answers: the local clock and a difference.
 *
 * <p>When an answer has arrived, the service's clock shows its {@code Date} or more. So the greatest difference that was
 * seen is the best, and this clock is never ahead of the service's. It is behind by {@link ClockSource#PRECISION} at most,
 * and by less with each answer. An answer that contradicts the difference, since one of the two clocks was set back, replaces
 * it. Until the first answer this is the local clock; no message comes before that.
 */
final class ServiceClock extends Clock {
    private static final Logger log = LoggerFactory.getLogger(ServiceClock.class);

    private static final Duration WORTH_A_WARNING = Duration.ofSeconds(5);

    private final Clock local;
    private Optional<Duration> ahead = Optional.empty();

    ServiceClock(Clock local) {
        this.local = local;
    }

    /**
     * The clock that the settings ask for.
     *
     * @param machine what the machine shows
     * @param observe has the calls of all clients that are made afterwards shown to an observer
     */
    static Clock asSet(Settings settings, Clock machine, Consumer<ExecutionInterceptor> observe) {
        Clock local = Clock.offset(machine, Duration.ofSeconds(settings.get(Knobs.CLOCK_SKEW_SECONDS)));
        if (settings.get(Knobs.CLOCK) == ClockSource.LOCAL) {
            return local;
        }
        ServiceClock service = new ServiceClock(local);
        observe.accept(new AnswerDates(local, service::answered));
        return service;
    }

    /**
     * The service has answered.
     *
     * @param asked when the request was sent, by the local clock
     * @param arrived when the answer had come, by the local clock
     * @param date its {@code Date}
     */
    synchronized void answered(Instant asked, Instant arrived, Instant date) {
        Duration least = Duration.between(arrived, date);
        Duration most = Duration.between(asked, date).plus(ClockSource.PRECISION);
        Optional<Duration> known = ahead.filter(difference -> difference.compareTo(most) <= 0);
        if (known.isEmpty()) {
            learned(least);
        }
        ahead = known.filter(difference -> difference.compareTo(least) >= 0).or(() -> Optional.of(least));
    }

    private static void learned(Duration ahead) {
        if (ahead.abs().compareTo(WORTH_A_WARNING) > 0) {
            log.warn(
                    "the local clock is about {} s {} the service's: ages and leases go by the service's",
                    ahead.abs().toSeconds(),
                    ahead.isNegative() ? "ahead of" : "behind");
        }
    }

    @Override
    public synchronized Instant instant() {
        return local.instant().plus(ahead.orElse(Duration.ZERO));
    }

    @Override
    public ZoneId getZone() {
        return local.getZone();
    }

    @Override
    public Clock withZone(ZoneId zone) {
        throw new UnsupportedOperationException("the service's clock has one zone");
    }
}
