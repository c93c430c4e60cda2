package dev.queuelab.scenarios.shortrun;

import com.google.auto.service.AutoService;
import dev.queuelab.core.knob.Idempotency;
import dev.queuelab.core.knob.Knobs;
import dev.queuelab.scenarios.check.Accounts;
import dev.queuelab.scenarios.check.Ages;
import dev.queuelab.scenarios.check.Deliveries;
import dev.queuelab.scenarios.check.Drains;
import dev.queuelab.scenarios.check.Effects;
import dev.queuelab.scenarios.check.Messages;
import dev.queuelab.scenarios.check.Queues;
import dev.queuelab.scenarios.kit.ConsumerSetup;
import dev.queuelab.scenarios.kit.Control;
import dev.queuelab.scenarios.kit.RunningConsumer;
import dev.queuelab.scenarios.kit.Scenario;
import dev.queuelab.scenarios.kit.Stage;
import dev.queuelab.scenarios.kit.Whole;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * Nobody consumes while messages pile up, and some of them are of no use any more when the consumers return. The first
 * of those dies at the first message that still is of use, while more arrive; the others drain the rest.
 */
@Command(
        description =
                "After an outage a fleet drains the backlog: what is still wanted is done once, what is stale is dropped.")
@AutoService(Scenario.class)
public final class BacklogDrain implements Scenario {
    private static final int DRAINED_A_SECOND_AT_LEAST = 100;

    @Option(
            names = "--count",
            paramLabel = "N",
            converter = Whole.FromOne.class,
            defaultValue = "30",
            description = "messages to send, at least 1 (default: ${DEFAULT-VALUE})")
    private int count;

    @Option(
            names = "--stale",
            paramLabel = "N",
            converter = Whole.FromZero.class,
            description = "how many of them are too old when the outage ends, fewer than --count (default: half)")
    private Optional<Integer> stale = Optional.empty();

    @Option(
            names = "--max-age",
            paramLabel = "SECONDS",
            converter = Whole.FromOne.class,
            description = "age from which a message is stale, at least 1 (default: twice the visibility timeout,"
                    + " and a second more for every " + DRAINED_A_SECOND_AT_LEAST + " messages)")
    private Optional<Integer> maxAge = Optional.empty();

    @Option(
            names = "--consumers",
            paramLabel = "N",
            converter = Whole.FromTwo.class,
            defaultValue = "3",
            description = "consumers, of which the first one dies, at least 2 (default: ${DEFAULT-VALUE})")
    private int consumers;

    @Override
    public Optional<String> problem() {
        return stale.filter(some -> some >= count)
                .map(some -> "--stale=" + some + " is not accepted: expected fewer than --count, " + count);
    }

    @Override
    public void play(Stage stage) {
        Duration limit = maxAge(stage);
        Messages early = stage.producer().send(stale.orElse(count / 2));
        if (early.count() > 0) {
            stage.stopwatch().await(limit, "what was sent to grow stale");
        }
        RunningConsumer first =
                drainer(stage, limit).with(Knobs.CRASH_AFTER_SIDE_EFFECT, true).start();
        Messages late = stage.producer().send(count - early.count());
        first.awaitCrash();
        RunningConsumer[] others = IntStream.range(1, consumers)
                .mapToObj(number -> drainer(stage, limit).start())
                .toArray(RunningConsumer[]::new);
        stage.awaitDrained();
        stage.stop(others);

        Messages all = early.and(late);
        stage.show(Drains.overTime("drain"));
        stage.check(
                Queues.drained(),
                Queues.nothingDeadLettered(),
                Accounts.nothingLostUnlessExpired(all),
                Accounts.nothingUnexpected(all),
                Effects.performedOnce(),
                Ages.staleNeverPerformed(limit, all),
                Ages.onlyStaleExpired(limit),
                Ages.staleAndFreshSeen(limit, all),
                Deliveries.redelivered(late, 1));
    }

    private Duration maxAge(Stage stage) {
        Duration redelivery = stage.visibilityTimeout().multipliedBy(2);
        return maxAge.map(Duration::ofSeconds)
                .orElseGet(() -> redelivery.plusSeconds(count / DRAINED_A_SECOND_AT_LEAST));
    }

    private static ConsumerSetup drainer(Stage stage, Duration limit) {
        return stage.consumer()
                .with(Knobs.WAIT_TIME_SECONDS, 0) // so that it stops at once
                .with(Knobs.MAX_MESSAGE_AGE_SECONDS, limit.toMillis() / 1000.0);
    }

    /** Without idempotency nothing is stale either, so that the repetition cannot come too late to be performed. */
    @Override
    public List<Control> controls() {
        return List.of(
                Control.named("no-age-limit")
                        .with(Knobs.MAX_MESSAGE_AGE_SECONDS, 0.0)
                        .breaks("stale never performed"),
                Control.named("no-idempotency")
                        .withOptions("--stale=0", "--max-age=3600")
                        .with(Knobs.IDEMPOTENCY, Idempotency.NONE)
                        .breaks("effects performed once"));
    }
}
