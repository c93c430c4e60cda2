package dev.queuelab.scenarios.shortrun;

import com.google.auto.service.AutoService;
import dev.queuelab.core.knob.Knobs;
import dev.queuelab.scenarios.check.Accounts;
import dev.queuelab.scenarios.check.Effects;
import dev.queuelab.scenarios.check.Messages;
import dev.queuelab.scenarios.check.Orders;
import dev.queuelab.scenarios.check.Queues;
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
 * The first message is in the hands of a slow consumer, or of one that is killed, when the others come: without the
 * queue's care they would overtake it.
 */
@Command(
        description =
                "A FIFO queue keeps the order within a group, with several consumers, and when one is killed at work.")
@AutoService(Scenario.class)
public final class FifoOrder implements Scenario {
    private static final String SEQUENCE = "sequence";

    /** Parts of the visibility timeout: long enough to be overtaken in, and done before redelivery. */
    private static final double SLOW = 0.7;

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
        Messages first = send(stage, 0, 1);
        RunningConsumer slow = start(stage, calm, SLOW);
        slow.awaitReceived();
        RunningConsumer quick = start(stage, calm, 0);
        Messages others = send(stage, 1, count);
        stage.awaitDrained();
        stage.stop(slow, quick);

        Path rough = stage.file("rough.log");
        Messages again = send(stage, 0, 1);
        RunningConsumer victim = start(stage, rough, SLOW);
        victim.awaitReceived();
        victim.kill();
        RunningConsumer heir = start(stage, rough, 0);
        Messages othersAgain = send(stage, 1, count);
        stage.awaitDrained();
        stage.stop(heir);

        Messages all = first.and(others).and(again).and(othersAgain);
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

    private Messages send(Stage stage, int from, int to) {
        ProducerSetup producer = stage.producer();
        if (groupPerMessage) {
            producer.groupBy(SEQUENCE);
        }
        return producer.send(IntStream.range(from, to)
                .mapToObj(number -> Map.<String, Object>of(SEQUENCE, number))
                .toList());
    }

    /** A slow consumer works on one message only, so that a run does not take as long as its messages. */
    private static RunningConsumer start(Stage stage, Path log, double partOfVisibility) {
        return stage.consumer()
                .with(Knobs.MESSAGE_LIMIT, partOfVisibility > 0 ? 1 : 0)
                .with(Knobs.SIDE_EFFECT_LOG_PATH, Optional.of(log))
                .with(Knobs.SIDE_EFFECT_DELAY_SECONDS, stage.visibilityTimeout().toMillis() / 1000.0 * partOfVisibility)
                .start();
    }

    @Override
    public List<Control> controls() {
        return List.of(Control.named("group-per-message")
                .withOptions("--group-per-message")
                .breaks("order kept", "order kept after a kill"));
    }
}
