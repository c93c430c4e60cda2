package dev.queuelab.scenarios.shortrun;

import com.google.auto.service.AutoService;
import dev.queuelab.core.knob.EffectPlace;
import dev.queuelab.core.knob.Knobs;
import dev.queuelab.core.payload.Payload;
import dev.queuelab.core.toolbox.Seconds;
import dev.queuelab.scenarios.check.Check;
import dev.queuelab.scenarios.check.DeliveryChecks;
import dev.queuelab.scenarios.check.EffectChecks;
import dev.queuelab.scenarios.check.LossChecks;
import dev.queuelab.scenarios.check.OutageChecks;
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
 * A message whose work fails comes back after its visibility timeout, and a queue grants few deliveries: what is down for
 * longer than these take has all messages dead-lettered. They are to come back later, and later still.
 */
@Command(
        description =
                "A service that is down for a while has no good message dead-lettered: they wait, and only poison ends"
                        + " there.")
@AutoService(Scenario.class)
public final class PoisonBackoff implements Scenario {
    @Mixin
    private final MessageCount count = MessageCount.defaultsTo(5);

    /** Long enough for all deliveries that a queue with a maxReceiveCount of 2 grants without a back-off. */
    private static Duration outage(Duration visibilityTimeout) {
        return visibilityTimeout.multipliedBy(3).dividedBy(2);
    }

    /** Half of it is certain: it ends well after the outage. */
    private static Duration backoff(Duration visibilityTimeout) {
        return visibilityTimeout.multipliedBy(5);
    }

    @Override
    public boolean needsGateway() {
        return true;
    }

    @Override
    public Duration expectedWait(Duration visibilityTimeout) {
        return backoff(visibilityTimeout);
    }

    @Override
    public List<Need> needs() {
        return List.of(Need.POISON_MARKER, Need.RETRY_BACKOFF);
    }

    @Override
    public List<String> steps() {
        return List.of(
                "Let the external service answer every request with 500, and send messages, one of them poison.",
                "Start a consumer: the work of the good ones fails.",
                "One and a half visibility timeouts after the first failure, let the service answer again.",
                "Wait until the queue is drained, then stop the consumer.");
    }

    @Override
    public void play(Stage stage) {
        Duration visibilityTimeout = stage.queue().visibilityTimeout();
        RunningOutage outage = stage.outage("the external service is down", "server-error:service=effects");
        stage.producer().poison(1).send(count.get());
        RunningConsumer consumer = stage.consumer()
                .withShortPolls()
                .with(Knobs.REJECT_PAYLOAD_MARKER, Payload.POISON_MARKER)
                .with(Knobs.EFFECT, EffectPlace.HTTP)
                .with(Knobs.RETRY_BACKOFF_SECONDS, Seconds.of(backoff(visibilityTimeout)))
                .start();
        outage.await(Duration.ZERO, 1);
        stage.stopwatch().await(outage(visibilityTimeout), "the external service to be up again");
        outage.end();
        stage.awaitDrained();
        stage.stop(consumer);
    }

    @Override
    public List<Check> checks() {
        return List.of(
                QueueChecks.ONLY_POISON_DEAD_LETTERED,
                LossChecks.NOTHING_LOST,
                EffectChecks.POISON_NEVER_PERFORMED,
                DeliveryChecks.DEAD_LETTERED_AT_THE_LIMIT,
                OutageChecks.ONE_TRY_A_MESSAGE,
                OutageChecks.met(1));
    }

    @Override
    public List<ReportTable> tables() {
        return List.of(OutageChecks.TABLE);
    }

    @Override
    public List<Control> controls() {
        return List.of(Control.named("no-back-off")
                .with(Knobs.RETRY_BACKOFF_SECONDS, 0.0)
                .breaks(QueueChecks.ONLY_POISON_DEAD_LETTERED, OutageChecks.ONE_TRY_A_MESSAGE));
    }
}
