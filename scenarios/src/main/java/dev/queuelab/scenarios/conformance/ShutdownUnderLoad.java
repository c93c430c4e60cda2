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
import dev.queuelab.scenarios.kit.MessageCount;
import dev.queuelab.scenarios.kit.RunningConsumer;
import dev.queuelab.scenarios.kit.Scenario;
import dev.queuelab.scenarios.kit.Stage;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/**
 * Not at the first message: by then buffers of acknowledgements and of prefetched messages are in use. A receive brings fewer
 * messages than were asked for, as Amazon SQS may do at any time: a buffer that is emptied at ten entries, or once a second,
 * has some left when SIGTERM comes.
 */
@Command(
        description = "A consumer under load that is asked to stop finishes or hands back all that it has, and leaves"
                + " nothing in flight.")
@AutoService(Scenario.class)
public final class ShutdownUnderLoad implements Scenario {
    private static final String LEAVING = "leaving";
    private static final String PROCESS = Labels.process(Labels.CONSUMER, LEAVING);
    private static final int BATCH = 10;

    private static final int MOST_RECEIVED = 7;

    /** Parts of the visibility timeout that a message's work takes: all of a batch is done before its redelivery. */
    private static final int WORKS_IN_A_TIMEOUT = 100;

    private final ShutdownChecks shutdown = new ShutdownChecks(PROCESS);
    private final Requirement workInHandFinished = shutdown.workInHandFinished();
    private final LeftInFlight leftInFlight = new LeftInFlight(PROCESS);
    private final Requirement nothingLeft = leftInFlight.nothing();

    @Mixin
    private final MessageCount count = MessageCount.defaultsTo(30);

    @Option(
            names = "--received",
            paramLabel = "N",
            converter = IntOption.FromOne.class,
            defaultValue = "11",
            description = "SIGTERM comes once so many were received, at least 1 (default: ${DEFAULT-VALUE})")
    private int received;

    @Override
    public boolean needsGateway() {
        return true;
    }

    @Override
    public List<String> steps() {
        return List.of(
                "Send messages.",
                "Start a consumer that may ask for ten messages, gets seven at most, and takes a while for each.",
                "Once it has received some, send it SIGTERM and wait for its end.",
                "Run another consumer until the queue is drained.");
    }

    @Override
    public void play(Stage stage) {
        stage.producer().send(count.get());
        RunningConsumer leaving = stage.consumer(LEAVING)
                .with(Knobs.MAX_MESSAGES, BATCH)
                .receivingAtMost(MOST_RECEIVED)
                .workFor(stage.queue().visibilityTimeout().dividedBy(WORKS_IN_A_TIMEOUT))
                .start();
        leaving.awaitReceived(received);
        leaving.terminate();
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
