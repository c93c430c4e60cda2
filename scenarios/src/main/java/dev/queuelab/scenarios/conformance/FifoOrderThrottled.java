package dev.queuelab.scenarios.conformance;

import com.google.auto.service.AutoService;
import dev.queuelab.core.knob.Knobs;
import dev.queuelab.scenarios.check.Check;
import dev.queuelab.scenarios.check.LossChecks;
import dev.queuelab.scenarios.check.OrderingChecks;
import dev.queuelab.scenarios.check.PollChecks;
import dev.queuelab.scenarios.check.QueueChecks;
import dev.queuelab.scenarios.check.Requirement;
import dev.queuelab.scenarios.kit.Control;
import dev.queuelab.scenarios.kit.MessageCount;
import dev.queuelab.scenarios.kit.RunningConsumer;
import dev.queuelab.scenarios.kit.Scenario;
import dev.queuelab.scenarios.kit.Stage;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/**
 * On a FIFO queue a receive may be repeated with the same ReceiveRequestAttemptId, and then brings the same messages. Who takes
 * them for others, or leaves them, breaks the order.
 */
@Command(description = "A FIFO queue's order is kept while receives are throttled and repeated.")
@AutoService(Scenario.class)
public final class FifoOrderThrottled implements Scenario {
    private static final String SERVED = "served";
    private static final String IN_ORDER = "in-order";
    private static final String SEQUENCE = "sequence";
    private static final String LOG = "effects.log";
    private static final String THROTTLED = "throttled";

    private final Requirement orderKept = OrderingChecks.inOrder(
            "order kept while throttled",
            "With receives that were throttled and repeated, effects came in the order of sending.",
            LOG,
            IN_ORDER,
            this::expectedLog);

    @Mixin
    private final MessageCount count = MessageCount.defaultsTo(6);

    private List<String> expectedLog() {
        return IntStream.range(0, count.get()).mapToObj(String::valueOf).toList();
    }

    @Override
    public List<String> faults() {
        return List.of(
                "receive-attempt-ids",
                THROTTLED + ":operations=ReceiveMessage,process=consumer-" + SERVED + ",after=1,times="
                        + ReceiveErrors.MORE_THAN_SDKS_REPEAT);
    }

    @Override
    public Duration expectedWait(Duration visibilityTimeout) {
        return Duration.ofSeconds(5);
    }

    @Override
    public List<String> steps() {
        return List.of(
                "Send a message, and run a consumer until it is received.",
                "The gateway throttles its next " + ReceiveErrors.MORE_THAN_SDKS_REPEAT
                        + " receives, and gives the same messages to who repeats a receive with its attempt id.",
                "Send messages of one group in order, and wait until the queue is drained.");
    }

    @Override
    public void play(Stage stage) {
        stage.producer().send(List.of(Map.of(SEQUENCE, "first")));
        RunningConsumer served = stage.consumer(SERVED)
                .with(Knobs.SIDE_EFFECT_LOG_PATH, Optional.of(stage.file(LOG)))
                .start();
        served.awaitReceived();
        stage.producer(IN_ORDER)
                .send(IntStream.range(0, count.get())
                        .mapToObj(number -> Map.<String, Object>of(SEQUENCE, number))
                        .toList());
        stage.awaitDrained();
        stage.stop(served);
    }

    @Override
    public List<Check> checks() {
        return List.of(
                QueueChecks.NOTHING_DEAD_LETTERED,
                LossChecks.NOTHING_LOST,
                orderKept,
                PollChecks.met(THROTTLED, ReceiveErrors.MORE_THAN_SDKS_REPEAT));
    }

    /** Our own consumer has no knob by which it repeats a receive wrongly. */
    @Override
    public List<Control> controls() {
        return List.of();
    }
}
