package dev.queuelab.scenarios.shortrun;

import com.google.auto.service.AutoService;
import dev.queuelab.core.knob.Idempotency;
import dev.queuelab.core.knob.Knobs;
import dev.queuelab.core.toolbox.Seconds;
import dev.queuelab.core.trace.QueueSettings;
import dev.queuelab.scenarios.check.Check;
import dev.queuelab.scenarios.check.DeliveryChecks;
import dev.queuelab.scenarios.check.DrainTable;
import dev.queuelab.scenarios.check.EffectChecks;
import dev.queuelab.scenarios.check.ExpiryChecks;
import dev.queuelab.scenarios.check.LossChecks;
import dev.queuelab.scenarios.check.QueueChecks;
import dev.queuelab.scenarios.check.ReportTable;
import dev.queuelab.scenarios.check.Requirement;
import dev.queuelab.scenarios.kit.ConsumerSetup;
import dev.queuelab.scenarios.kit.Control;
import dev.queuelab.scenarios.kit.IntOption;
import dev.queuelab.scenarios.kit.MessageCount;
import dev.queuelab.scenarios.kit.Need;
import dev.queuelab.scenarios.kit.RunningConsumer;
import dev.queuelab.scenarios.kit.Scenario;
import dev.queuelab.scenarios.kit.Stage;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
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
    private static final String LATE = "late";

    private final ExpiryChecks expiry = new ExpiryChecks(evidence -> maxAge(evidence.queueSettings()));
    private final Requirement staleNeverPerformed = expiry.staleNeverPerformed();

    @Mixin
    private final MessageCount count = MessageCount.defaultsTo(30);

    @Option(
            names = "--stale",
            paramLabel = "N",
            converter = IntOption.FromZero.class,
            description = "how many of them are too old when the outage ends, fewer than --count (default: half)")
    private Optional<Integer> stale = Optional.empty();

    @Option(
            names = "--max-age",
            paramLabel = "SECONDS",
            converter = IntOption.FromOne.class,
            description = "age from which a message is stale, at least 1 (default: twice the visibility timeout,"
                    + " and a second more for every " + DRAINED_A_SECOND_AT_LEAST + " messages)")
    private Optional<Integer> maxAge = Optional.empty();

    @Option(
            names = "--consumers",
            paramLabel = "N",
            converter = IntOption.FromTwo.class,
            defaultValue = "3",
            description = "consumers, of which the first one dies, at least 2 (default: ${DEFAULT-VALUE})")
    private int consumers;

    @Override
    public Optional<String> invalidOptions() {
        return stale.filter(some -> some >= count.get())
                .map(some -> "--stale=" + some + " is not accepted: expected fewer than --count, " + count.get());
    }

    @Override
    public Duration expectedWait(Duration visibilityTimeout) {
        return visibilityTimeout.multipliedBy(3);
    }

    @Override
    public List<Need> needs() {
        return List.of(Need.EFFECTS, Need.MAX_AGE);
    }

    @Override
    public List<String> steps() {
        return List.of(
                "Send messages and wait until they are stale.",
                "Start a consumer that dies at the first message that is still wanted, and send messages that are wanted.",
                "Run a fleet of consumers until the queue is drained.");
    }

    @Override
    public void play(Stage stage) {
        int stale = this.stale.orElse(count.get() / 2);
        Duration limit = maxAge(stage.queue());
        stage.producer().send(stale);
        if (stale > 0) {
            stage.stopwatch().await(limit, "what was sent to grow stale");
        }
        RunningConsumer first = drainer(stage, limit).crashAfterSideEffect().start();
        stage.producer(LATE).send(count.get() - stale);
        first.awaitCrash();
        RunningConsumer[] others = IntStream.range(1, consumers)
                .mapToObj(number -> drainer(stage, limit).start())
                .toArray(RunningConsumer[]::new);
        stage.awaitDrained();
        stage.stop(others);
    }

    @Override
    public List<Check> checks() {
        return List.of(
                QueueChecks.NOTHING_DEAD_LETTERED,
                LossChecks.NOTHING_LOST_UNLESS_EXPIRED,
                staleNeverPerformed,
                expiry.onlyStaleExpired(),
                expiry.staleAndFreshSeen(),
                DeliveryChecks.redelivered(1, messages -> messages.from(Set.of(LATE))));
    }

    @Override
    public List<ReportTable> tables() {
        return List.of(DrainTable.overTime("drain"));
    }

    private Duration maxAge(QueueSettings queue) {
        Duration redelivery = queue.visibilityTimeout().multipliedBy(2);
        return maxAge.map(Duration::ofSeconds)
                .orElseGet(() -> redelivery.plusSeconds(count.get() / DRAINED_A_SECOND_AT_LEAST));
    }

    private static ConsumerSetup drainer(Stage stage, Duration limit) {
        return stage.consumer().withShortPolls().with(Knobs.MAX_MESSAGE_AGE_SECONDS, Seconds.of(limit));
    }

    /** Without idempotency nothing is stale either, so that the repetition cannot come too late to be performed. */
    @Override
    public List<Control> controls() {
        return List.of(
                Control.named("no-age-limit")
                        .with(Knobs.MAX_MESSAGE_AGE_SECONDS, 0.0)
                        .breaks(staleNeverPerformed),
                Control.named("no-idempotency")
                        .withOptions("--stale=0", "--max-age=3600")
                        .with(Knobs.IDEMPOTENCY, Idempotency.NONE)
                        .breaks(EffectChecks.PERFORMED_ONCE));
    }
}
