package dev.queuelab.scenarios.conformance;

import com.google.auto.service.AutoService;
import dev.queuelab.core.knob.Knobs;
import dev.queuelab.core.knob.OnSigterm;
import dev.queuelab.scenarios.check.Check;
import dev.queuelab.scenarios.check.Labels;
import dev.queuelab.scenarios.check.LeftInFlight;
import dev.queuelab.scenarios.check.LossChecks;
import dev.queuelab.scenarios.check.PollChecks;
import dev.queuelab.scenarios.check.QueueChecks;
import dev.queuelab.scenarios.check.ReportTable;
import dev.queuelab.scenarios.check.Requirement;
import dev.queuelab.scenarios.check.ShutdownChecks;
import dev.queuelab.scenarios.kit.Control;
import dev.queuelab.scenarios.kit.IntOption;
import dev.queuelab.scenarios.kit.RunningConsumer;
import dev.queuelab.scenarios.kit.RunningProducer;
import dev.queuelab.scenarios.kit.Scenario;
import dev.queuelab.scenarios.kit.Stage;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * Messages keep coming when SIGTERM does, faster than a consumer that works on one at a time does them. Buffers of
 * acknowledgements and of prefetched messages are in use by then: one that is emptied at ten entries or once a second has
 * some left.
 */
@Command(
        description = "A consumer under load that is asked to stop finishes or hands back all that it has, and leaves"
                + " nothing in flight.")
@AutoService(Scenario.class)
public final class ShutdownUnderLoad implements Scenario {
    private static final String LEAVING = "leaving";
    private static final String PROCESS = Labels.process(Labels.CONSUMER, LEAVING);
    private static final int BATCH = 10;

    private static final int MESSAGES_PER_SECOND = 20;

    /** Parts of the visibility timeout that a message's work takes: all of a batch is done before its redelivery. */
    private static final int WORKS_IN_A_TIMEOUT = 50;

    private final ShutdownChecks shutdown = new ShutdownChecks(PROCESS);
    private final Requirement workInHandFinished = shutdown.workInHandFinished();
    private final LeftInFlight leftInFlight = new LeftInFlight(PROCESS);
    private final Requirement nothingLeft = leftInFlight.nothing();

    @Option(
            names = "--received",
            paramLabel = "N",
            converter = IntOption.FromOne.class,
            defaultValue = "40",
            description = "SIGTERM comes once so many were received, at least 1 (default: ${DEFAULT-VALUE})")
    private int received;

    @Override
    public boolean needsGateway() {
        return true;
    }

    @Override
    public List<String> steps() {
        return List.of(
                "Start a consumer that may receive ten at a time, and that takes a while for each, and a producer that keeps"
                        + " sending.",
                "Once it has received some, send it SIGTERM, stop the producer, and wait for the consumer's end.",
                "Run another consumer until the queue is drained.");
    }

    @Override
    public void play(Stage stage) {
        RunningConsumer leaving = stage.consumer(LEAVING)
                .with(Knobs.MAX_MESSAGES, BATCH)
                .workFor(stage.queue().visibilityTimeout().dividedBy(WORKS_IN_A_TIMEOUT))
                .start();
        leaving.awaitBegun();
        RunningProducer producer = stage.producer().start(MESSAGES_PER_SECOND);
        leaving.awaitReceived(received);
        leaving.askToStop();
        producer.stop();
        leaving.awaitEnd();
        RunningConsumer next = stage.consumer()
                .withShortPolls()
                .with(Knobs.MAX_MESSAGES, BATCH)
                .start();
        stage.awaitDrained();
        stage.stop(next);
    }

    @Override
    public List<Check> checks() {
        return List.of(
                QueueChecks.NOTHING_DEAD_LETTERED,
                LossChecks.NOTHING_LOST,
                shutdown.endedByItself(),
                workInHandFinished,
                shutdown.othersUntouched(),
                nothingLeft,
                PollChecks.noneAfterSigterm(PROCESS));
    }

    @Override
    public List<ReportTable> tables() {
        return List.of(leftInFlight.table());
    }

    @Override
    public List<Control> controls() {
        return List.of(Control.named("abandon")
                .with(Knobs.ON_SIGTERM, OnSigterm.ABANDON)
                .breaks(workInHandFinished, nothingLeft));
    }
}
