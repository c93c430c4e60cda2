package dev.queuelab.lab.stage;

import dev.queuelab.core.history.Event;
import dev.queuelab.core.toolbox.Seconds;
import dev.queuelab.gateway.history.WireHistory;
import dev.queuelab.scenarios.check.Depth;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * Whether consumers that are not ours go on: one that ends unasked, or that asks for no message while some wait, ends the
 * play. That is recorded as a fact, for checks to judge.
 */
final class Liveness {
    /** Longer than libraries wait after an error: sqs-consumer and Spring Cloud AWS wait 10 s by default. */
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Supplier<List<ConsumerHandle>> consumers;
    private final Consumer<Event> recorder;
    private Optional<Instant> waitingSince = Optional.empty();

    /**
     * Looks at these consumers.
     *
     * @param recorder where to record how one failed
     */
    Liveness(Supplier<List<ConsumerHandle>> consumers, Consumer<Event> recorder) {
        this.consumers = consumers;
        this.recorder = recorder;
    }

    /**
     * Makes sure that none has ended unasked that had received a message. One that had not may just not be able to start.
     *
     * @throws ConsumerFailedException if one has
     */
    void requireUp() {
        for (ConsumerHandle consumer : consumers.get()) {
            if (consumer.foreign() && consumer.process().unaskedExit().isPresent() && consumer.hasReceived()) {
                int code = consumer.process().awaitExit(PATIENCE);
                recorder.accept(new Event.EndedUnasked(
                        consumer.name(), code, consumer.process().lastLines()));
                throw new ConsumerFailedException(consumer.name() + " ended unasked with exit code " + code
                        + consumer.process().quotedTail());
            }
        }
    }

    /**
     * Makes sure that the consumers ask for messages while some wait. Only the gateway sees that they do not. One that has
     * never asked may just take long to begin: as long as that is so of all of them, none is blamed.
     *
     * @param depth what the queue holds now
     * @throws ConsumerFailedException if none has asked for longer than {@link #PATIENCE}, with nothing in flight meanwhile
     */
    void requireReceiving(Depth depth, Instant now) {
        List<ConsumerHandle> running = consumers.get().stream()
                .filter(consumer -> consumer.process().isAlive())
                .toList();
        if (depth.waiting() == 0
                || depth.inFlight() > 0
                || running.isEmpty()
                || !running.stream().allMatch(Liveness::mayBeBlamed)
                || running.stream()
                        .allMatch(consumer -> lastReceive(consumer, now).isEmpty())) {
            waitingSince = Optional.empty();
            return;
        }
        waitingSince = waitingSince.or(() -> Optional.of(now));
        Instant since = running.stream()
                .flatMap(consumer -> lastReceive(consumer, now).stream())
                .reduce(waitingSince.orElseThrow(), (one, other) -> one.isAfter(other) ? one : other);
        Duration time = Duration.between(since, now);
        if (time.compareTo(PATIENCE) >= 0) {
            String names = running.stream().map(ConsumerHandle::name).collect(Collectors.joining(", "));
            recorder.accept(new Event.Stalled(names, depth.waiting(), Seconds.of(time)));
            throw new ConsumerFailedException(names + " asked for no message for " + time.toSeconds() + " s, while "
                    + depth.waiting() + " waited and none was in flight");
        }
    }

    private static boolean mayBeBlamed(ConsumerHandle consumer) {
        return consumer.foreign()
                && !consumer.process().isPaused()
                && consumer.wire().isPresent();
    }

    /** When the consumer last asked for messages: now, if it waits for the answer. */
    private static Optional<Instant> lastReceive(ConsumerHandle consumer, Instant now) {
        WireHistory seen = consumer.wire().orElseThrow();
        return seen.isPolling(consumer.name()) ? Optional.of(now) : seen.lastPollOf(consumer.name());
    }
}
