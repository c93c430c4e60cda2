package dev.queuelab.scenarios.shortrun;

import com.google.auto.service.AutoService;
import dev.queuelab.core.knob.ClockSource;
import dev.queuelab.core.knob.ExternalService;
import dev.queuelab.core.knob.Knobs;
import dev.queuelab.core.toolbox.Seconds;
import dev.queuelab.scenarios.check.Check;
import dev.queuelab.scenarios.check.EffectChecks;
import dev.queuelab.scenarios.check.Labels;
import dev.queuelab.scenarios.check.LeaseChecks;
import dev.queuelab.scenarios.check.LossChecks;
import dev.queuelab.scenarios.check.QueueChecks;
import dev.queuelab.scenarios.check.Requirement;
import dev.queuelab.scenarios.check.SkewChecks;
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
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/**
 * Consumers whose clocks are minutes away from the service's. To two of them the gateway shows another clock of the
 * service: its time stamps and its {@code Date}. What one of them writes to a table is read by the others as it is, so the
 * leases are played with a clock that is off itself.
 */
@Command(
        description =
                "Consumers whose clocks are minutes off drop what is stale and nothing else, and keep to each other's leases.")
@AutoService(Scenario.class)
public final class ClockSkew implements Scenario {
    /** The local clock is behind the service's, or ahead of it. */
    private static final String BEHIND = "behind";

    private static final String AHEAD = "ahead";
    private static final String STALE = "stale";
    private static final String FRESH_FOR_BEHIND = "fresh-1";
    private static final String FRESH_FOR_AHEAD = "fresh-2";

    /** A request that is signed for a time more than 5 minutes off is refused (AWS Signature Version 4). */
    private static final int MOST_SKEW = 240;

    private static final int LEAST_SKEW = 60;

    /** In visibility timeouts: no machine is so slow that this lease ends before the second consumer has met it. */
    private static final int LONG = 15;

    private final SkewChecks ages = new SkewChecks(
            this::skew,
            Set.of(STALE, FRESH_FOR_BEHIND, FRESH_FOR_AHEAD),
            new SkewChecks.Limited(BEHIND, this::maxAge),
            new SkewChecks.Limited(AHEAD, this::generousAge));

    private final Requirement staleDropped = ages.staleDropped();
    private final Requirement freshKept = ages.freshKept();

    @Mixin
    private final MessageCount count = MessageCount.defaultsTo(3);

    @Option(
            names = "--skew",
            paramLabel = "SECONDS",
            converter = IntOption.FromOne.class,
            defaultValue = "180",
            description = "how far clocks are off, " + LEAST_SKEW + " to " + MOST_SKEW + " (default: ${DEFAULT-VALUE})")
    private int skew;

    @Option(
            names = "--max-age",
            paramLabel = "SECONDS",
            converter = IntOption.FromOne.class,
            defaultValue = "2",
            description = "age from which a message is stale to the consumer that is behind, 1 to 20 (default:"
                    + " ${DEFAULT-VALUE}); to the one that is ahead, half the skew is")
    private int maxAge;

    @Override
    public Optional<String> invalidOptions() {
        if (skew < LEAST_SKEW || skew > MOST_SKEW) {
            return Optional.of("--skew=" + skew + " is not accepted: expected " + LEAST_SKEW + " to " + MOST_SKEW);
        }
        return maxAge > 20
                ? Optional.of("--max-age=" + maxAge + " is not accepted: expected 1 to 20")
                : Optional.empty();
    }

    @Override
    public List<String> faults() {
        return List.of(fault(BEHIND, skew), fault(AHEAD, -skew));
    }

    private static String fault(String consumer, int serviceAhead) {
        return "clock-skew:process=" + Labels.process(Labels.CONSUMER, consumer) + ",seconds=" + serviceAhead;
    }

    @Override
    public Duration expectedWait(Duration visibilityTimeout) {
        return staleFrom().plus(visibilityTimeout);
    }

    @Override
    public List<Need> needs() {
        return List.of(Need.EFFECTS, Need.MAX_AGE, Need.LEASE);
    }

    @Override
    public List<String> steps() {
        return List.of(
                "Send messages and wait until they are stale.",
                "Run a consumer whose clock is behind the service's, send it fresh messages, and wait until the queue is"
                        + " drained.",
                "The same with a consumer whose clock is ahead, and with fresh messages alone.",
                "Send a message. A consumer whose clock is behind claims it, works on it, and is paused.",
                "Run another consumer, which receives the message while the lease holds.",
                "Let the first one go on, and wait until the queue is drained.");
    }

    @Override
    public void play(Stage stage) {
        stage.producer(STALE).send(count.get());
        stage.stopwatch().await(staleFrom(), "what was sent to grow stale");
        dropStale(stage, BEHIND, maxAge(), FRESH_FOR_BEHIND);
        dropStale(stage, AHEAD, generousAge(), FRESH_FOR_AHEAD);
        keepToLeases(stage);
    }

    /** The fresh messages are sent to a consumer that waits for them, so that they are fresh when it decides. */
    private void dropStale(Stage stage, String label, Duration limit, String producer) {
        RunningConsumer consumer = consumer(stage, label)
                .with(Knobs.MAX_MESSAGE_AGE_SECONDS, Seconds.of(limit))
                .start();
        consumer.awaitBegun();
        stage.producer(producer).send(count.get());
        stage.awaitDrained();
        stage.stop(consumer);
    }

    private void keepToLeases(Stage stage) {
        Duration visibilityTimeout = stage.queue().visibilityTimeout();
        Duration lease = visibilityTimeout.multipliedBy(LONG);
        stage.producer().send(1);
        RunningConsumer owner = consumer(stage, "owner")
                .with(Knobs.CLOCK_SKEW_SECONDS, -skew)
                .with(Knobs.LEASE_SECONDS, Seconds.of(lease))
                .workFor(visibilityTimeout)
                .start();
        owner.awaitWorking();
        owner.pause();
        RunningConsumer rival = consumer(stage, "rival")
                .with(Knobs.LEASE_SECONDS, Seconds.of(lease))
                .start();
        rival.awaitDecided();
        owner.resume();
        stage.awaitDrained();
        stage.stop(owner, rival);
    }

    private static ConsumerSetup consumer(Stage stage, String label) {
        return stage.consumer(label)
                .with(Knobs.CLOCK, ClockSource.SERVICE)
                .with(Knobs.EXTERNAL_SERVICE, ExternalService.NAIVE)
                .withShortPolls();
    }

    private Duration maxAge() {
        return Duration.ofSeconds(maxAge);
    }

    /** No machine is so slow that what is fresh grows this old, and whose clock is ahead finds it older still. */
    private Duration generousAge() {
        return skew().dividedBy(2);
    }

    private Duration skew() {
        return Duration.ofSeconds(skew);
    }

    /** What is this old is stale by a clock of that precision, too. */
    private Duration staleFrom() {
        return maxAge().plus(ClockSource.PRECISION).plusMillis(100);
    }

    @Override
    public List<Check> checks() {
        return List.of(
                QueueChecks.NOTHING_DEAD_LETTERED,
                LossChecks.NOTHING_LOST_UNLESS_EXPIRED,
                staleDropped,
                freshKept,
                LeaseChecks.RESPECTED,
                ages.staleAndFreshSeen(),
                ages.skewSeen(),
                LeaseChecks.MET);
    }

    @Override
    public List<Control> controls() {
        return List.of(Control.named("local-clock-trusted")
                .with(Knobs.CLOCK, ClockSource.LOCAL)
                .breaks(staleDropped, freshKept, EffectChecks.PERFORMED_ONCE));
    }
}
