package dev.queuelab.scenarios.shortrun;

import com.google.auto.service.AutoService;
import dev.queuelab.core.knob.Knobs;
import dev.queuelab.scenarios.check.Accounts;
import dev.queuelab.scenarios.check.Effects;
import dev.queuelab.scenarios.check.Messages;
import dev.queuelab.scenarios.check.Orders;
import dev.queuelab.scenarios.check.Queues;
import dev.queuelab.scenarios.kit.ConsumerSetup;
import dev.queuelab.scenarios.kit.Control;
import dev.queuelab.scenarios.kit.ProducerSetup;
import dev.queuelab.scenarios.kit.RunningConsumer;
import dev.queuelab.scenarios.kit.Scenario;
import dev.queuelab.scenarios.kit.Stage;
import dev.queuelab.scenarios.kit.Whole;
import java.nio.file.Path;
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

    /** Parts of the visibility timeout: long enough to be overtaken in, and done before redelivery. */
    private static final double SLOW = 0.7;

    /** Parts of the visibility timeout: whoever is so slow will not have finished when it is killed. */
    private static final double NEVER = 5;

    /** Several in hand: where each is a group of its own, one alone might happen to be the last of all. */
    private static final int SOME = 2;

    @Option(
            names = "--count",
            paramLabel = "N",
            converter = Whole.FromTwo.class,
            defaultValue = "5",
            description = "messages to send, twice, at least 2 (default: ${DEFAULT-VALUE})")
    private int count;

    @Option(names = "--group-per-message", description = "give each message a group of its own: no order is promised")
    private boolean groupPerMessage;

    @Override
    public void play(Stage stage) {
        Path calm = stage.file("calm.log");
        RunningConsumer slow = slow(stage, calm, SLOW).start();
        RunningConsumer quick = quick(stage, calm).start();
        slow.awaitBegun();
        quick.awaitBegun();
        Messages first = send(stage);
        stage.awaitDrained();
        stage.stop(slow, quick);

        Path rough = stage.file("rough.log");
        Messages second = send(stage);
        RunningConsumer victim = slow(stage, rough, NEVER)
                .with(Knobs.MESSAGE_LIMIT, SOME)
                .with(Knobs.MAX_MESSAGES, SOME)
                .start();
        victim.awaitReceived();
        victim.kill();
        RunningConsumer heir = quick(stage, rough).start();
        stage.awaitDrained();
        stage.stop(heir);

        Messages all = first.and(second);
        List<String> expected =
                IntStream.range(0, count).mapToObj(String::valueOf).toList();
        stage.check(
                Queues.drained(),
                Queues.nothingDeadLettered(),
                Accounts.nothingLost(all),
                Accounts.nothingUnexpected(all),
                Effects.performedOnce(),
                Orders.inOrder("order kept", expected, stage.lines(calm)),
                Orders.inOrder("order kept after a kill", expected, stage.lines(rough)));
    }

    private Messages send(Stage stage) {
        ProducerSetup producer = stage.producer().batchSize(1); // so that there is a first one, also among groups
        if (groupPerMessage) {
            producer.groupBy(SEQUENCE);
        }
        return producer.send(IntStream.range(0, count)
                .mapToObj(number -> Map.<String, Object>of(SEQUENCE, number))
                .toList());
    }

    /** Its long poll is open when the first message comes; it works on that one only, lest a run take too long. */
    private static ConsumerSetup slow(Stage stage, Path log, double partOfVisibility) {
        return stage.consumer()
                .with(Knobs.MESSAGE_LIMIT, 1)
                .with(Knobs.SIDE_EFFECT_LOG_PATH, Optional.of(log))
                .with(
                        Knobs.SIDE_EFFECT_DELAY_SECONDS,
                        stage.visibilityTimeout().toMillis() / 1000.0 * partOfVisibility);
    }

    /** Its short polls come a little later than a message for which a long poll is open. */
    private static ConsumerSetup quick(Stage stage, Path log) {
        return stage.consumer().with(Knobs.WAIT_TIME_SECONDS, 0).with(Knobs.SIDE_EFFECT_LOG_PATH, Optional.of(log));
    }

    @Override
    public List<Control> controls() {
        return List.of(Control.named("group-per-message")
                .withOptions("--group-per-message")
                .breaks("order kept", "order kept after a kill"));
    }
}
