package dev.queuelab.scenarios.conformance;

import com.google.auto.service.AutoService;
import dev.queuelab.scenarios.check.Check;
import dev.queuelab.scenarios.check.DeliveryChecks;
import dev.queuelab.scenarios.check.QueueChecks;
import dev.queuelab.scenarios.check.Requirement;
import dev.queuelab.scenarios.check.ShutdownChecks;
import dev.queuelab.scenarios.kit.Control;
import dev.queuelab.scenarios.kit.IntOption;
import dev.queuelab.scenarios.kit.MessageCount;
import dev.queuelab.scenarios.kit.RunningConsumer;
import dev.queuelab.scenarios.kit.Scenario;
import dev.queuelab.scenarios.kit.Stage;
import java.time.Duration;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/**
 * Whether the undecodable ones may be deleted cannot be judged: to a consumer that does not look into bodies they are as good as
 * any. Their id cannot be read, so that they go by their MessageId.
 */
@Command(
        description =
                "A consumer that gets more bodies than it has permits which it cannot decode still serves those that"
                        + " it can.")
@AutoService(Scenario.class)
public final class UndecodableBodies implements Scenario {
    private static final String GOOD = "good";
    private static final String UNDECODABLE = "undecodable";

    private final Requirement served = DeliveryChecks.served(GOOD);

    @Mixin
    private final MessageCount count = MessageCount.defaultsTo(3);

    @Option(
            names = "--undecodable",
            paramLabel = "N",
            converter = IntOption.FromOne.class,
            defaultValue = "12",
            description = "messages whose bodies are no JSON, at least 1 (default: ${DEFAULT-VALUE})")
    private int undecodable;

    @Override
    public boolean needsGateway() {
        return true;
    }

    @Override
    public Duration expectedWait(Duration visibilityTimeout) {
        return visibilityTimeout.multipliedBy(2);
    }

    @Override
    public List<String> steps() {
        return List.of(
                "Send messages whose bodies are JSON that is cut short, and start a consumer.",
                "Once it has received some, send messages that it can decode.",
                "Wait until the queue is drained.");
    }

    @Override
    public void play(Stage stage) {
        stage.producer(UNDECODABLE).undecodable().send(undecodable);
        RunningConsumer consumer = stage.consumer().start();
        consumer.awaitReceived();
        stage.producer(GOOD).send(count.get());
        stage.awaitDrained();
        stage.stop(consumer);
    }

    @Override
    public List<Check> checks() {
        return List.of(served);
    }

    /** Those of every run which count messages do not know the undecodable ones, whose ids nobody can read. */
    @Override
    public List<Check> allChecks() {
        return List.of(QueueChecks.DRAINED, ShutdownChecks.STOPPED_CLEANLY, served);
    }

    @Override
    public List<Control> controls() {
        return List.of();
    }
}
