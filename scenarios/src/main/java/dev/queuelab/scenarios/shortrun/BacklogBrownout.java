package dev.queuelab.scenarios.shortrun;

import com.google.auto.service.AutoService;
import dev.queuelab.core.knob.EffectPlace;
import dev.queuelab.core.knob.Knobs;
import dev.queuelab.core.toolbox.Seconds;
import dev.queuelab.scenarios.check.BrownoutChecks;
import dev.queuelab.scenarios.check.Check;
import dev.queuelab.scenarios.check.LossChecks;
import dev.queuelab.scenarios.check.QueueChecks;
import dev.queuelab.scenarios.check.ReportTable;
import dev.queuelab.scenarios.kit.Control;
import dev.queuelab.scenarios.kit.MessageCount;
import dev.queuelab.scenarios.kit.Need;
import dev.queuelab.scenarios.kit.RunningConsumer;
import dev.queuelab.scenarios.kit.RunningOutage;
import dev.queuelab.scenarios.kit.Scenario;
import dev.queuelab.scenarios.kit.Stage;
import java.time.Duration;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/**
 * What does the work becomes slow while there is a backlog. Messages that a consumer has received and not begun use up their
 * visibility timeout, are delivered again, and take the room of others, so that still more expire.
 */
@Command(
        description =
                "A service that slows to a crawl while there is a backlog: few messages are delivered again, and none"
                        + " is dead-lettered.")
@AutoService(Scenario.class)
public final class BacklogBrownout implements Scenario {
    private static final int PREFETCH = 4;

    private static final int MESSAGES_PER_RECEIVE = 10;

    @Mixin
    private final MessageCount count = MessageCount.defaultsTo(80);

    /** Long enough for each delivery that a queue with a maxReceiveCount of 2 grants to expire. */
    private static Duration brownout(Duration visibilityTimeout) {
        return visibilityTimeout.multipliedBy(5).dividedBy(2);
    }

    /** The work on one message is still well within its visibility timeout. */
    private static Duration slowWork(Duration visibilityTimeout) {
        return visibilityTimeout.dividedBy(4);
    }

    @Override
    public boolean needsGateway() {
        return true;
    }

    @Override
    public Duration expectedWait(Duration visibilityTimeout) {
        return brownout(visibilityTimeout);
    }

    @Override
    public List<Need> needs() {
        return List.of(Need.EFFECT_URL);
    }

    @Override
    public List<String> steps() {
        return List.of(
                "Send a backlog, and start a consumer that receives messages before it can begin them.",
                "Once it has received some, let the external service take a quarter of the visibility timeout for each"
                        + " request, for two and a half visibility timeouts.",
                "Wait until the queue is drained, then stop the consumer.");
    }

    @Override
    public void play(Stage stage) {
        Duration visibilityTimeout = stage.queue().visibilityTimeout();
        stage.producer().batchSize(10).send(count.get());
        RunningConsumer consumer = stage.consumer()
                .withShortPolls()
                .with(Knobs.MAX_MESSAGES, MESSAGES_PER_RECEIVE)
                .with(Knobs.PREFETCH, PREFETCH)
                .with(Knobs.BEGIN_WITHIN_SECONDS, Seconds.of(visibilityTimeout) / 2)
                .with(Knobs.EFFECT, EffectPlace.HTTP)
                .with(Knobs.EFFECT_TIMEOUT_SECONDS, Seconds.of(visibilityTimeout))
                .start();
        consumer.awaitReceived(2 * PREFETCH);
        RunningOutage slow = stage.outage(
                "the external service is slow",
                "delay:service=effects,millis=" + slowWork(visibilityTimeout).toMillis());
        stage.stopwatch().await(brownout(visibilityTimeout), "the external service to be quick again");
        slow.end();
        stage.awaitDrained();
        stage.stop(consumer);
    }

    @Override
    public List<Check> checks() {
        return List.of(
                QueueChecks.NOTHING_DEAD_LETTERED,
                LossChecks.NOTHING_LOST,
                BrownoutChecks.REDELIVERIES_FEW,
                BrownoutChecks.BACKLOG_WHILE_SLOW);
    }

    @Override
    public List<ReportTable> tables() {
        return List.of(BrownoutChecks.TABLE);
    }

    @Override
    public List<Control> controls() {
        return List.of(Control.named("unbounded-prefetch")
                .with(Knobs.PREFETCH, 1_000)
                .with(Knobs.BEGIN_WITHIN_SECONDS, 0.0)
                .breaks(BrownoutChecks.REDELIVERIES_FEW, QueueChecks.NOTHING_DEAD_LETTERED));
    }
}
