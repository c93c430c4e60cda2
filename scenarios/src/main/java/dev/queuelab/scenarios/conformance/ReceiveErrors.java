package dev.queuelab.scenarios.conformance;

import dev.queuelab.scenarios.check.Check;
import dev.queuelab.scenarios.check.LossChecks;
import dev.queuelab.scenarios.check.PollChecks;
import dev.queuelab.scenarios.check.QueueChecks;
import dev.queuelab.scenarios.kit.Control;
import dev.queuelab.scenarios.kit.MessageCount;
import dev.queuelab.scenarios.kit.RunningConsumer;
import dev.queuelab.scenarios.kit.Scenario;
import dev.queuelab.scenarios.kit.Stage;
import java.time.Duration;
import java.util.List;
import picocli.CommandLine.Mixin;

/**
 * Some receives in a row fail in one way, once the consumer has received a message. Where SDKs repeat a call by themselves, there
 * are more failures than that, so that the consumer gets to see some.
 */
abstract class ReceiveErrors implements Scenario {
    /** SDKs make three or four attempts: two calls fail for good. */
    static final int MORE_THAN_SDKS_REPEAT = 8;

    /** Libraries wait 10 s by default after an error that no SDK repeats. */
    static final int NOT_REPEATED = 2;

    private static final String SERVED = "served";

    private final String fault;
    private final String parameters;
    private final int times;

    @Mixin
    private final MessageCount count = MessageCount.defaultsTo(5);

    /**
     * A scenario of this fault.
     *
     * @param parameters of the fault, each followed by a comma
     * @param times how many receives fail
     */
    ReceiveErrors(String fault, String parameters, int times) {
        this.fault = fault;
        this.parameters = parameters;
        this.times = times;
    }

    @Override
    public List<String> faults() {
        return List.of(fault + ":" + parameters + "operations=ReceiveMessage,process=consumer-" + SERVED
                + ",after=1,times=" + times);
    }

    @Override
    public Duration expectedWait(Duration visibilityTimeout) {
        return Duration.ofSeconds(5);
    }

    @Override
    public List<String> steps() {
        return List.of(
                "Send a message, and run a consumer until it is processed.",
                "The gateway answers its next " + times + " receives with the error.",
                "Send messages, and wait until the queue is drained.");
    }

    @Override
    public void play(Stage stage) {
        stage.producer().send(1);
        RunningConsumer served = stage.consumer(SERVED).start();
        served.awaitReceived();
        stage.producer().send(count.get());
        stage.awaitDrained();
        stage.stop(served);
    }

    @Override
    public List<Check> checks() {
        return List.of(QueueChecks.NOTHING_DEAD_LETTERED, LossChecks.NOTHING_LOST, PollChecks.met(fault, times));
    }

    /** Our own consumer has no knob by which it gives up; tests have a program that does. */
    @Override
    public List<Control> controls() {
        return List.of();
    }
}
