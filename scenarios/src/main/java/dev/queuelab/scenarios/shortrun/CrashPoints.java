package dev.queuelab.scenarios.shortrun;

import com.google.auto.service.AutoService;
import dev.queuelab.core.call.CallBreak;
import dev.queuelab.core.call.CallBreak.Way;
import dev.queuelab.core.call.ProtocolCall;
import dev.queuelab.core.knob.Idempotency;
import dev.queuelab.core.knob.Knobs;
import dev.queuelab.scenarios.check.BrokenCallChecks;
import dev.queuelab.scenarios.check.Check;
import dev.queuelab.scenarios.check.EffectChecks;
import dev.queuelab.scenarios.check.LossChecks;
import dev.queuelab.scenarios.check.QueueChecks;
import dev.queuelab.scenarios.check.ReportTable;
import dev.queuelab.scenarios.kit.ConsumerSetup;
import dev.queuelab.scenarios.kit.Control;
import dev.queuelab.scenarios.kit.IntOption;
import dev.queuelab.scenarios.kit.RunningConsumer;
import dev.queuelab.scenarios.kit.Scenario;
import dev.queuelab.scenarios.kit.Stage;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * A consumer may die between any two of its calls, and in the middle of each: before the service gets it, or once it is
 * done and the reply is on its way. The calls are found by watching a consumer work, so a call that is added to the protocol is
 * covered without anybody naming it.
 *
 * <p>All who are to die wait for messages at the same time, and none of them receives twice: so each dies at its call about
 * a message that was never delivered before.
 */
@Command(
        description =
                "A consumer may be killed before or after any of its calls: nothing is lost, and nothing done twice.")
@AutoService(Scenario.class)
public final class CrashPoints implements Scenario {
    private static final int MOST_IN_A_BATCH = 10;

    @Option(
            names = "--batch",
            paramLabel = "N",
            converter = IntOption.BatchSize.class,
            defaultValue = "1",
            description = "messages that each consumer has in hand when it dies, 1 to 10 (default: ${DEFAULT-VALUE})")
    private int batch;

    @Option(
            names = "--by",
            paramLabel = "HOW",
            defaultValue = "kill",
            description =
                    "what happens to a consumer at its call: kill (SIGKILL), term (SIGTERM), or pause (SIGSTOP, and"
                            + " SIGCONT once others have done all the work) (default: ${DEFAULT-VALUE})")
    private By by = By.kill;

    /** What happens to a consumer at its call; names as they stand on the command line. */
    enum By {
        kill(Way.KILLED_BEFORE_CALL, Way.KILLED_BEFORE_REPLY),
        term(Way.TERMINATED_BEFORE_CALL, Way.TERMINATED_BEFORE_REPLY),
        pause(Way.PAUSED_BEFORE_CALL, Way.PAUSED_BEFORE_REPLY);

        private final Way before;
        private final Way after;

        By(Way before, Way after) {
            this.before = before;
            this.after = after;
        }

        List<Way> ways() {
            return List.of(before, after);
        }
    }

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
                "Run a consumer that works on a message, and find the calls that it makes about it.",
                "Start two consumers for each of these calls: one is killed before it, the other after it.",
                "Once all of them wait for messages, send one to each, and wait until all have died.",
                "Run another consumer until the queue is drained.");
    }

    @Override
    public void play(Stage stage) {
        stage.producer().send(batch);
        RunningConsumer watched = consumer(stage).withShortPolls().start();
        stage.awaitDrained();
        stage.stop(watched);

        List<RunningConsumer> victims = new ArrayList<>();
        for (ProtocolCall call : watched.callsAboutFirstMessage()) {
            for (Way way : by.ways()) {
                victims.add(consumer(stage)
                        .receivingInTotal(batch)
                        .breaking(List.of(new CallBreak(call, way)))
                        .start());
            }
        }
        victims.forEach(RunningConsumer::awaitBegun);
        stage.producer().batchSize(MOST_IN_A_BATCH).send(victims.size() * batch);
        victims.forEach(RunningConsumer::awaitBroken);
        switch (by) {
            case kill -> victims.forEach(RunningConsumer::awaitCrash);
            case term -> victims.forEach(RunningConsumer::awaitStopped);
            case pause -> {
                consumer(stage).runUntilDrained(stage);
                victims.forEach(RunningConsumer::resume);
                stage.stop(victims.toArray(RunningConsumer[]::new));
            }
        }
        consumer(stage).runUntilDrained(stage);
    }

    private ConsumerSetup consumer(Stage stage) {
        return stage.consumer().with(Knobs.MAX_MESSAGES, batch);
    }

    @Override
    public List<Check> checks() {
        List<Check> checks = new ArrayList<>(List.of(
                QueueChecks.NOTHING_DEAD_LETTERED,
                LossChecks.NOTHING_LOST,
                LossChecks.ALL_COMPLETED,
                BrokenCallChecks.everyCallBroken(by.ways())));
        if (by != By.term) { // who is asked to stop finishes its work, or hands it back
            checks.add(BrokenCallChecks.DELIVERED_AGAIN_IF_NOT_DELETED);
            checks.add(BrokenCallChecks.RECOVERED_IN_TIME);
        }
        return checks;
    }

    @Override
    public List<ReportTable> tables() {
        return List.of(BrokenCallChecks.TABLE);
    }

    @Override
    public List<Control> controls() {
        return List.of(Control.named("no-idempotency")
                .with(Knobs.IDEMPOTENCY, Idempotency.NONE)
                .breaks(EffectChecks.PERFORMED_ONCE));
    }
}
