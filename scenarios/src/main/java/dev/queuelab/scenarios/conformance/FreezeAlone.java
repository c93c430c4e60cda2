package dev.queuelab.scenarios.conformance;

import com.google.auto.service.AutoService;
import dev.queuelab.scenarios.check.Check;
import dev.queuelab.scenarios.check.LossChecks;
import dev.queuelab.scenarios.check.QueueChecks;
import dev.queuelab.scenarios.kit.Control;
import dev.queuelab.scenarios.kit.MessageCount;
import dev.queuelab.scenarios.kit.RunningConsumer;
import dev.queuelab.scenarios.kit.Scenario;
import dev.queuelab.scenarios.kit.Stage;
import java.time.Duration;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** As in a long garbage collection, on a laptop that slept, or in a container that was frozen: there is no other consumer. */
@Command(
        description =
                "A consumer that stood still for longer than the visibility timeout goes on, and loses nothing that it"
                        + " had.")
@AutoService(Scenario.class)
public final class FreezeAlone implements Scenario {
    @Mixin
    private final MessageCount count = MessageCount.defaultsTo(3);

    @Override
    public boolean needsGateway() {
        return true;
    }

    @Override
    public Duration expectedWait(Duration visibilityTimeout) {
        return frozen(visibilityTimeout);
    }

    @Override
    public List<String> steps() {
        return List.of(
                "Send a message, and start a consumer.",
                "Once it is at work, stop it with SIGSTOP until the visibility timeout is over, and let it go on.",
                "Send further messages, and wait until the queue is drained.");
    }

    private static Duration frozen(Duration visibilityTimeout) {
        return visibilityTimeout.multipliedBy(5).dividedBy(4);
    }

    @Override
    public void play(Stage stage) {
        Duration visibilityTimeout = stage.queue().visibilityTimeout();
        stage.producer().send(1);
        RunningConsumer consumer =
                stage.consumer().workFor(visibilityTimeout.dividedBy(4)).start();
        consumer.awaitWorking();
        consumer.pause();
        stage.stopwatch().await(frozen(visibilityTimeout), "the visibility timeout to end");
        consumer.resume();
        stage.producer().send(count.get());
        stage.awaitDrained();
        stage.stop(consumer);
    }

    @Override
    public List<Check> checks() {
        return List.of(QueueChecks.NOTHING_DEAD_LETTERED, LossChecks.NOTHING_LOST);
    }

    @Override
    public List<Control> controls() {
        return List.of();
    }
}
