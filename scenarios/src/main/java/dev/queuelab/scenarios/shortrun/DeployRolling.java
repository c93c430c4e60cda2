package dev.queuelab.scenarios.shortrun;

import com.google.auto.service.AutoService;
import dev.queuelab.core.knob.Idempotency;
import dev.queuelab.core.knob.Knobs;
import dev.queuelab.core.knob.OnSigterm;
import dev.queuelab.scenarios.check.Check;
import dev.queuelab.scenarios.check.DeployChecks;
import dev.queuelab.scenarios.check.EffectChecks;
import dev.queuelab.scenarios.check.LossChecks;
import dev.queuelab.scenarios.check.ReportTable;
import dev.queuelab.scenarios.kit.Control;
import dev.queuelab.scenarios.kit.IntOption;
import dev.queuelab.scenarios.kit.RunningConsumer;
import dev.queuelab.scenarios.kit.RunningProducer;
import dev.queuelab.scenarios.kit.Scenario;
import dev.queuelab.scenarios.kit.Stage;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * A deploy as an orchestrator makes it: new consumers begin, then the old ones are ended one by one, each while it is at
 * work. SIGKILL follows SIGTERM after a grace: Kubernetes calls it terminationGracePeriodSeconds, Amazon ECS stopTimeout,
 * and both grant 30 s by default.
 */
@Command(
        description =
                "Under load, a fleet is replaced again and again: no deploy makes a message be abandoned or redelivered.")
@AutoService(Scenario.class)
public final class DeployRolling implements Scenario {
    /** Of one consumer. */
    private static final double LOAD = 0.8;

    private static final int WORKS_IN_A_TIMEOUT = 10;

    @Option(
            names = "--deploys",
            paramLabel = "N",
            converter = IntOption.FromOne.class,
            defaultValue = "5",
            description = "how often the fleet is replaced, at least 1 (default: ${DEFAULT-VALUE})")
    private int deploys;

    @Option(
            names = "--consumers",
            paramLabel = "N",
            converter = IntOption.FromOne.class,
            defaultValue = "2",
            description = "consumers of the fleet, at least 1 (default: ${DEFAULT-VALUE})")
    private int consumers;

    @Option(
            names = "--rate",
            paramLabel = "N",
            converter = IntOption.FromOne.class,
            description = "messages sent in a second, at least 1 (default: what one consumer works off in 0.8 s)")
    private @Nullable Integer rate;

    @Option(
            names = "--work",
            paramLabel = "MILLIS",
            converter = IntOption.FromZero.class,
            description = "how long a consumer works on a message (default: a tenth of the visibility timeout)")
    private @Nullable Integer workMillis;

    @Option(
            names = "--grace",
            paramLabel = "MILLIS",
            converter = IntOption.FromZero.class,
            defaultValue = "30000",
            description = "time from SIGTERM to SIGKILL (default: ${DEFAULT-VALUE})")
    private int graceMillis;

    @Override
    public Duration expectedWait(Duration visibilityTimeout) {
        return work(visibilityTimeout)
                .multipliedBy(deploys)
                .multipliedBy(consumers)
                .plusSeconds(deploys);
    }

    /** Where SIGTERM is to meet work in hand, the work must take longer than a signal on a busy machine. */
    private Duration work(Duration visibilityTimeout) {
        return workMillis == null ? visibilityTimeout.dividedBy(WORKS_IN_A_TIMEOUT) : Duration.ofMillis(workMillis);
    }

    private int rate(Duration work) {
        double aSecond = LOAD * 1000 / Math.max(1, work.toMillis());
        return rate == null ? Math.max(1, (int) aSecond) : rate;
    }

    @Override
    public List<String> steps() {
        return List.of(
                "Start a producer that keeps sending, and a fleet of consumers.",
                "Five times, start a new fleet; then send each consumer of the old one SIGTERM while it is at work, and"
                        + " SIGKILL if it has not ended within its grace, one after the other.",
                "Stop the producer, and wait until the queue is drained.");
    }

    @Override
    public void play(Stage stage) {
        Duration work = work(stage.queue().visibilityTimeout());
        RunningProducer producer = stage.producer().start(rate(work));
        List<RunningConsumer> fleet = fleet(stage, 1, work);
        for (int deploy = 1; deploy <= deploys; deploy++) {
            List<RunningConsumer> next = fleet(stage, deploy + 1, work);
            for (RunningConsumer old : fleet) {
                old.awaitBusy();
                old.terminate(Duration.ofMillis(graceMillis));
            }
            fleet = next;
        }
        producer.stop();
        stage.awaitDrained();
        stage.stop(fleet.toArray(RunningConsumer[]::new));
    }

    /** Consumers that have begun. */
    private List<RunningConsumer> fleet(Stage stage, int generation, Duration work) {
        List<RunningConsumer> fleet = IntStream.rangeClosed(1, consumers)
                .mapToObj(place -> stage.consumer(DeployChecks.label(generation, place))
                        .workFor(work)
                        .withShortPolls()
                        .start())
                .toList();
        fleet.forEach(RunningConsumer::awaitBegun);
        return fleet;
    }

    @Override
    public List<Check> checks() {
        return List.of(
                LossChecks.NOTHING_LOST,
                DeployChecks.ENDED_WITHIN_GRACE,
                DeployChecks.NOTHING_ABANDONED,
                DeployChecks.NOTHING_REDELIVERED,
                DeployChecks.workInHand(() -> deploys));
    }

    @Override
    public List<ReportTable> tables() {
        return List.of(DeployChecks.table());
    }

    @Override
    public List<Control> controls() {
        return List.of(
                Control.named("abandon")
                        .withOptions("--deploys=2")
                        .with(Knobs.ON_SIGTERM, OnSigterm.ABANDON)
                        .breaks(DeployChecks.NOTHING_ABANDONED, DeployChecks.NOTHING_REDELIVERED),
                Control.named("grace-shorter-than-work")
                        .withOptions("--deploys=2", "--work=1000", "--rate=2", "--grace=100")
                        .breaks(
                                DeployChecks.ENDED_WITHIN_GRACE,
                                DeployChecks.NOTHING_ABANDONED,
                                DeployChecks.NOTHING_REDELIVERED),
                Control.named("abandon-without-idempotency")
                        .withOptions("--deploys=2", "--work=0", "--rate=2")
                        .with(Knobs.ON_SIGTERM, OnSigterm.ABANDON)
                        .with(Knobs.COMPLETION_DELAY_SECONDS, 0.8)
                        .with(Knobs.IDEMPOTENCY, Idempotency.NONE)
                        .breaks(
                                EffectChecks.PERFORMED_ONCE,
                                DeployChecks.NOTHING_ABANDONED,
                                DeployChecks.NOTHING_REDELIVERED));
    }
}
