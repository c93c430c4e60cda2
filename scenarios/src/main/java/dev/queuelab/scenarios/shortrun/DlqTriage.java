package dev.queuelab.scenarios.shortrun;

import com.google.auto.service.AutoService;
import dev.queuelab.core.knob.EffectPlace;
import dev.queuelab.core.knob.Knobs;
import dev.queuelab.core.payload.Payload;
import dev.queuelab.core.payload.SchemaVersion;
import dev.queuelab.scenarios.check.Check;
import dev.queuelab.scenarios.check.LossChecks;
import dev.queuelab.scenarios.check.Requirement;
import dev.queuelab.scenarios.check.TriageChecks;
import dev.queuelab.scenarios.kit.ConsumerSetup;
import dev.queuelab.scenarios.kit.Control;
import dev.queuelab.scenarios.kit.FailureReason;
import dev.queuelab.scenarios.kit.MessageCount;
import dev.queuelab.scenarios.kit.Need;
import dev.queuelab.scenarios.kit.RunningOutage;
import dev.queuelab.scenarios.kit.Scenario;
import dev.queuelab.scenarios.kit.Stage;
import dev.queuelab.scenarios.kit.Stopwatch;
import dev.queuelab.scenarios.kit.TriageRules;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/**
 * An outage of the external service has dead-lettered good messages, together with poison, with messages of a schema that
 * nobody reads yet, and with some that are of no use any more. The service is up again: that cures the good ones alone.
 */
@Command(
        description =
                "Of mixed dead letters only those go back that a fix has cured; the rest stays, and nothing is lost.")
@AutoService(Scenario.class)
public final class DlqTriage implements Scenario {
    private static final String STALE = "stale";
    private static final String POISON = "poison";
    private static final String UNKNOWN = "v2-0";
    private static final String GOOD = "good";

    private static final SchemaVersion READ = new SchemaVersion(1, 0);
    private static final SchemaVersion WRITTEN = new SchemaVersion(2, 0);

    /** Between what is stale and what is not, so that the queue's clock and ours need not agree exactly. */
    private static final Duration GAP = Duration.ofMillis(500);

    private final TriageChecks triage = new TriageChecks(Set.of(GOOD), Set.of(STALE, POISON, UNKNOWN));
    private final Requirement curedDone = triage.curedDone();
    private final Requirement restStayed = triage.restStayed();
    private final Requirement restNeverDone = triage.restNeverDone();

    @Mixin
    private final MessageCount count = MessageCount.defaultsTo(3);

    @Option(names = "--redrive-all", description = "send all dead letters back, whatever their reason")
    private boolean redriveAll;

    @Option(names = "--before-fix", description = "send them back while the external service is still down")
    private boolean beforeFix;

    @Override
    public boolean needsGateway() {
        return true;
    }

    @Override
    public Duration expectedWait(Duration visibilityTimeout) {
        return visibilityTimeout.multipliedBy(2);
    }

    @Override
    public List<Need> needs() {
        return List.of(Need.EFFECTS, Need.POISON_MARKER, Need.SCHEMA_VERSIONS);
    }

    @Override
    public List<String> steps() {
        return List.of(
                "Let the external service answer every request with 500.",
                "Send messages that will be stale; a moment later poison, messages of schema version 2.0, and good ones.",
                "Run a consumer until the queue is drained: all messages are dead-lettered.",
                "Let the service answer again.",
                "Look into the dead-letter queue, and group what is there by reason.",
                "Send those back that nothing is wrong with.",
                "Run a consumer until the queue is drained.");
    }

    @Override
    public void play(Stage stage) {
        RunningOutage outage = stage.outage("the external service is down", "server-error:service=effects");
        stage.producer(STALE).send(1);
        stage.stopwatch().await(GAP, "time between stale and fresh messages to pass");
        Stopwatch fresh = stage.stopwatch();
        stage.producer(POISON).poison(1).send(1);
        stage.producer(UNKNOWN).schemaVersion(WRITTEN).send(1);
        stage.producer(GOOD).send(count.get());
        consumer(stage).runUntilDrained(stage);
        if (!beforeFix) {
            outage.end();
        }
        TriageRules rules = TriageRules.NONE
                .withPoisonMarker(Payload.POISON_MARKER)
                .withSchemaMajor(READ.major())
                .withSentBefore(fresh.start());
        stage.operator().inspect(rules);
        stage.operator()
                .redrive(rules, redriveAll ? EnumSet.allOf(FailureReason.class) : Set.of(FailureReason.TRANSIENT));
        consumer(stage).runUntilDrained(stage);
        if (beforeFix) {
            outage.end();
        }
    }

    private static ConsumerSetup consumer(Stage stage) {
        return stage.consumer()
                .with(Knobs.MAX_MESSAGES, 10)
                .with(Knobs.EFFECT, EffectPlace.HTTP)
                .with(Knobs.REJECT_PAYLOAD_MARKER, Payload.POISON_MARKER)
                .with(Knobs.SCHEMA_VERSION, Optional.of(READ));
    }

    @Override
    public List<Check> checks() {
        return List.of(LossChecks.NOTHING_LOST, curedDone, restStayed, restNeverDone, triage.allDeadLettered());
    }

    @Override
    public List<Control> controls() {
        return List.of(
                Control.named("redrive-all").withOptions("--redrive-all").breaks(restStayed, restNeverDone),
                Control.named("redrive-before-fix").withOptions("--before-fix").breaks(curedDone));
    }
}
