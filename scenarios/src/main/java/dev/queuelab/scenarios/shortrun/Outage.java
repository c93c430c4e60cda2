package dev.queuelab.scenarios.shortrun;

import com.google.auto.service.AutoService;
import dev.queuelab.core.knob.EffectPlace;
import dev.queuelab.core.knob.Knobs;
import dev.queuelab.core.knob.OnReceiveFailure;
import dev.queuelab.scenarios.check.Check;
import dev.queuelab.scenarios.check.LossChecks;
import dev.queuelab.scenarios.check.OutageChecks;
import dev.queuelab.scenarios.check.QueueChecks;
import dev.queuelab.scenarios.check.ReportTable;
import dev.queuelab.scenarios.kit.ConsumerSetup;
import dev.queuelab.scenarios.kit.Control;
import dev.queuelab.scenarios.kit.IntOption;
import dev.queuelab.scenarios.kit.RunningConsumer;
import dev.queuelab.scenarios.kit.RunningOutage;
import dev.queuelab.scenarios.kit.RunningProducer;
import dev.queuelab.scenarios.kit.Scenario;
import dev.queuelab.scenarios.kit.Stage;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * SQS and DynamoDB fail for a while, each in several ways, one outage after the other, within one life of a producer and a
 * consumer. Who repeats calls without a pause makes an outage worse; who gives up does not come back.
 */
@Command(
        description = "SQS and DynamoDB fail for a while, in every way: all go on soon afterwards, and call little"
                + " meanwhile.")
@AutoService(Scenario.class)
public final class Outage implements Scenario {
    private static final double MESSAGES_PER_SECOND = 5;

    /** A consumer alone; and the producer besides, of an outage of the queue. */
    private static final int CONSUMER = 1;

    private static final int BOTH = 2;

    private static final Map<String, String> OF_THE_QUEUE = inOrder(
            "SQS answers 500", "server-error:service=sqs",
            "SQS throttles", "throttled",
            "SQS denies access", "access-denied",
            "SQS says that the queue does not exist", "queue-missing",
            "SQS closes connections", "request-lost:service=sqs");

    private static final Map<String, String> OF_THE_TABLES = inOrder(
            "DynamoDB answers 500", "server-error:service=dynamodb",
            "DynamoDB throttles", "table-throttled",
            "DynamoDB closes connections", "request-lost:service=dynamodb");

    @Option(
            names = "--outage-millis",
            paramLabel = "MILLIS",
            converter = IntOption.FromOne.class,
            defaultValue = "700",
            description = "how long each outage lasts at least (default: ${DEFAULT-VALUE})")
    private int millis;

    private static Map<String, String> inOrder(String... namesAndFaults) {
        Map<String, String> map = new LinkedHashMap<>();
        for (int place = 0; place < namesAndFaults.length; place += 2) {
            map.put(namesAndFaults[place], namesAndFaults[place + 1]);
        }
        return map;
    }

    @Override
    public boolean needsGateway() {
        return true;
    }

    @Override
    public Duration expectedWait(Duration visibilityTimeout) {
        return Duration.ofMillis(millis).multipliedBy(OF_THE_QUEUE.size() + OF_THE_TABLES.size());
    }

    @Override
    public List<String> steps() {
        return List.of(
                "Start a producer that sends all the time, and a consumer whose effects are performed by an external"
                        + " service.",
                "One after the other, the gateway breaks all calls of SQS or of DynamoDB for a while: "
                        + String.join(", ", OF_THE_QUEUE.keySet()) + ", "
                        + String.join(", ", OF_THE_TABLES.keySet()) + ".",
                "A consumer that does not call DynamoDB is spared its outages. After each, wait until all go on.",
                "Stop the producer, wait until the queue is drained, then stop the consumer.");
    }

    @Override
    public void play(Stage stage) {
        RunningConsumer consumer = consumer(stage).start();
        RunningProducer producer = stage.producer().batchSize(1).keepTrying().start(MESSAGES_PER_SECOND);
        consumer.awaitPerformed();
        boolean goOn = outages(stage, OF_THE_QUEUE, BOTH)
                && (!consumer.callsTables() || outages(stage, OF_THE_TABLES, CONSUMER));
        producer.stop();
        if (goOn) {
            stage.awaitDrained();
            stage.stop(consumer);
        } else {
            RunningConsumer successor = consumer(stage).start();
            stage.awaitDrained();
            stage.stop(consumer, successor);
        }
    }

    private static ConsumerSetup consumer(Stage stage) {
        return stage.consumer()
                .withShortPolls()
                .with(Knobs.EFFECT, EffectPlace.HTTP)
                .with(Knobs.CALL_BACKOFF_SECONDS, 0.1)
                .with(Knobs.CALL_BACKOFF_MAX_SECONDS, 0.5)
                .with(Knobs.CALL_TRIES, 100);
    }

    /** Returns whether all processes went on after each; what one does not survive, the others need not show. */
    private boolean outages(Stage stage, Map<String, String> faults, int processes) {
        for (Map.Entry<String, String> fault : faults.entrySet()) {
            RunningOutage outage = stage.outage(fault.getKey(), fault.getValue());
            outage.await(Duration.ofMillis(millis), processes);
            outage.end();
            if (!outage.awaitRecovery(OutageChecks.TO_RESUME)) {
                return false;
            }
        }
        return true;
    }

    @Override
    public List<Check> checks() {
        return List.of(
                QueueChecks.NOTHING_DEAD_LETTERED,
                LossChecks.NOTHING_LOST,
                LossChecks.ALL_COMPLETED,
                OutageChecks.RESUMED,
                OutageChecks.CALLS_BOUNDED,
                OutageChecks.NO_EFFECT_ON_A_GUESS,
                OutageChecks.met(1));
    }

    @Override
    public List<ReportTable> tables() {
        return List.of(OutageChecks.TABLE);
    }

    @Override
    public List<Control> controls() {
        return List.of(
                Control.named("no-back-off")
                        .with(Knobs.CALL_BACKOFF_SECONDS, 0.0)
                        .breaks(OutageChecks.CALLS_BOUNDED),
                Control.named("gives-up")
                        .with(Knobs.ON_RECEIVE_FAILURE, OnReceiveFailure.STOP)
                        .with(Knobs.CALL_TRIES, 3)
                        .breaks(OutageChecks.RESUMED));
    }
}
