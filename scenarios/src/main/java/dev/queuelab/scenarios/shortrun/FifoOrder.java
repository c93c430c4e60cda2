package dev.queuelab.scenarios.shortrun;

import com.google.auto.service.AutoService;
import dev.queuelab.core.knob.Knobs;
import dev.queuelab.scenarios.check.Check;
import dev.queuelab.scenarios.check.LossChecks;
import dev.queuelab.scenarios.check.OrderingChecks;
import dev.queuelab.scenarios.check.QueueChecks;
import dev.queuelab.scenarios.check.Requirement;
import dev.queuelab.scenarios.kit.ConsumerSetup;
import dev.queuelab.scenarios.kit.Control;
import dev.queuelab.scenarios.kit.IntOption;
import dev.queuelab.scenarios.kit.ProducerSetup;
import dev.queuelab.scenarios.kit.RunningConsumer;
import dev.queuelab.scenarios.kit.Scenario;
import dev.queuelab.scenarios.kit.Stage;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * A slow consumer has the first message in hand, or one that is killed had it, while others are ready for the rest:
 * without the queue's care these would overtake it.
 */
@Command(
        description =
                "A FIFO queue keeps the order within a group, with several consumers, and when one is killed at work.")
@AutoService(Scenario.class)
public final class FifoOrder implements Scenario {
    private static final String SEQUENCE = "sequence";
    private static final String CALM = "calm";
    private static final String ROUGH = "rough";
    private static final String CALM_LOG = "calm.log";
    private static final String ROUGH_LOG = "rough.log";

    /** Parts of the visibility timeout: long enough to be overtaken in, and done before redelivery. */
    private static final double SLOW = 0.7;

    /** Parts of the visibility timeout: a consumer so slow has not finished when it is killed. */
    private static final double NEVER = 5;

    /** Several in hand: where each is a group of its own, one alone might happen to be the last of all. */
    private static final int SOME = 2;

    @Option(
            names = "--count",
            paramLabel = "N",
            converter = IntOption.FromTwo.class,
            defaultValue = "5",
            description = "messages to send, twice, at least 2 (default: ${DEFAULT-VALUE})")
    private int count;

    @Option(names = "--group-per-message", description = "give each message a group of its own: no order is promised")
    private boolean groupPerMessage;

    private final Requirement orderKept = OrderingChecks.inOrder(
            "order kept",
            "With several consumers, effects came in the order of sending.",
            CALM_LOG,
            CALM,
            this::expectedLog);

    private final Requirement orderKeptAfterKill = OrderingChecks.inOrder(
            "order kept after a kill",
            "With a consumer killed at work, effects came in the order of sending.",
            ROUGH_LOG,
            ROUGH,
            this::expectedLog);

    private final Requirement eachOnce = OrderingChecks.eachOnce(
            "each effect logged once", "No effect is in the log a second time.", CALM_LOG, ROUGH_LOG);

    private List<String> expectedLog() {
        return IntStream.range(0, count).mapToObj(String::valueOf).toList();
    }

    @Override
    public Duration expectedWait(Duration visibilityTimeout) {
        return visibilityTimeout.multipliedBy(2);
    }

    @Override
    public List<String> steps() {
        return List.of(
                "Start a slow and a quick consumer, then send messages in order, and wait until the queue is drained.",
                "Send messages in order again, and kill a consumer with SIGKILL while it works on the first of them.",
                "Run another consumer until the queue is drained.");
    }

    @Override
    public void play(Stage stage) {
        RunningConsumer slow = slow(stage, CALM_LOG, SLOW).start();
        RunningConsumer quick = quick(stage, CALM_LOG).start();
        slow.awaitBegun();
        quick.awaitBegun();
        send(stage, CALM);
        stage.awaitDrained();
        stage.stop(slow, quick);

        send(stage, ROUGH);
        RunningConsumer victim = slow(stage, ROUGH_LOG, NEVER)
                .with(Knobs.MESSAGE_LIMIT, SOME)
                .with(Knobs.MAX_MESSAGES, SOME)
                .start();
        victim.awaitReceived();
        victim.kill();
        RunningConsumer heir = quick(stage, ROUGH_LOG).start();
        stage.awaitDrained();
        stage.stop(heir);
    }

    @Override
    public List<Check> checks() {
        return List.of(
                QueueChecks.NOTHING_DEAD_LETTERED, LossChecks.NOTHING_LOST, orderKept, orderKeptAfterKill, eachOnce);
    }

    private void send(Stage stage, String label) {
        ProducerSetup producer = stage.producer(label).batchSize(1); // so that there is a first one, also among groups
        if (groupPerMessage) {
            producer.groupBy(SEQUENCE);
        }
        producer.send(IntStream.range(0, count)
                .mapToObj(number -> Map.<String, Object>of(SEQUENCE, number))
                .toList());
    }

    /** Its long poll is open when the first message comes; it works on that one only, so that a run does not take too long. */
    private static ConsumerSetup slow(Stage stage, String log, double partOfVisibility) {
        return stage.consumer()
                .with(Knobs.MESSAGE_LIMIT, 1)
                .with(Knobs.SIDE_EFFECT_LOG_PATH, Optional.of(stage.file(log)))
                .workFor(Duration.ofMillis(
                        Math.round(stage.queue().visibilityTimeout().toMillis() * partOfVisibility)));
    }

    /** Its short polls come a little later than a message for which a long poll is open. */
    private static ConsumerSetup quick(Stage stage, String log) {
        return stage.consumer()
                .with(Knobs.WAIT_TIME_SECONDS, 0)
                .with(Knobs.SIDE_EFFECT_LOG_PATH, Optional.of(stage.file(log)));
    }

    @Override
    public List<Control> controls() {
        return List.of(Control.named("group-per-message")
                .withOptions("--group-per-message")
                .breaks(orderKept, orderKeptAfterKill));
    }
}
