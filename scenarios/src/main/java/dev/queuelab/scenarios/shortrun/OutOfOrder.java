package dev.queuelab.scenarios.shortrun;

import com.google.auto.service.AutoService;
import dev.queuelab.core.knob.Knobs;
import dev.queuelab.core.payload.Payload;
import dev.queuelab.scenarios.check.Check;
import dev.queuelab.scenarios.check.EntityVersion;
import dev.queuelab.scenarios.check.Evidence;
import dev.queuelab.scenarios.check.LossChecks;
import dev.queuelab.scenarios.check.QueueChecks;
import dev.queuelab.scenarios.check.Requirement;
import dev.queuelab.scenarios.check.VersionChecks;
import dev.queuelab.scenarios.kit.Control;
import dev.queuelab.scenarios.kit.IntOption;
import dev.queuelab.scenarios.kit.Need;
import dev.queuelab.scenarios.kit.RunningConsumer;
import dev.queuelab.scenarios.kit.Scenario;
import dev.queuelab.scenarios.kit.Stage;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * A standard queue promises no order, and here it holds each event back for a random time besides. What an entity is in
 * the end must not depend on that, whether its events are ordered by a version or by the time they occurred at.
 */
@Command(
        description =
                "However late events arrive, every entity ends as its newest one says, by version and by timestamp.")
@AutoService(Scenario.class)
public final class OutOfOrder implements Scenario {
    private static final String ENTITY = "entity_id";
    private static final String VERSION = "version";
    private static final String TIMESTAMP = "occurred_at";
    private static final String STATE = "event";
    private static final String DELAY = "delay";

    private static final int EVENTS_EACH = 3;

    /** Milliseconds since 1970: what a clock somewhere else said, and of no meaning here. */
    private static final long SOME_TIME = 1_767_225_600_000L;

    private static final int MOST_MILLIS_BETWEEN = 60_000;

    @Option(
            names = "--entities",
            paramLabel = "N",
            converter = IntOption.FromOne.class,
            defaultValue = "10",
            description =
                    "entities, each with three events that are sent twice, at least 1 (default: ${DEFAULT-VALUE})")
    private int entities;

    @Option(
            names = "--consumers",
            paramLabel = "N",
            converter = IntOption.FromOne.class,
            defaultValue = "3",
            description = "consumers that share the state, at least 1 (default: ${DEFAULT-VALUE})")
    private int consumers;

    @Option(
            names = "--most-delay",
            paramLabel = "SECONDS",
            converter = IntOption.DelaySeconds.class,
            defaultValue = "1",
            description = "for how long an event is held back at most, 1 to 900 (default: ${DEFAULT-VALUE})")
    private int mostDelay;

    private final Requirement rightByVersion = endedRight("right by version", VERSION);
    private final Requirement rightByTimestamp = endedRight("right by timestamp", TIMESTAMP);

    @Override
    public Duration expectedWait(Duration visibilityTimeout) {
        return Duration.ofSeconds(2L * mostDelay);
    }

    @Override
    public List<Need> needs() {
        return List.of(Need.VERSIONS);
    }

    @Override
    public List<String> steps() {
        return List.of(
                "Start consumers that share a state and take the event with the greatest version as the newest.",
                "Send each entity's events in random order, each held back for a random time.",
                "Wait until the queue is drained, then stop the consumers.",
                "Do the same with consumers that go by the time at which an event occurred.");
    }

    @Override
    public void play(Stage stage) {
        reconcile(stage, VERSION);
        reconcile(stage, TIMESTAMP);
    }

    /** Sends events to consumers that take the one with the greatest {@code field} for the newest. */
    private void reconcile(Stage stage, String field) {
        RunningConsumer[] fleet = IntStream.range(0, consumers)
                .mapToObj(number -> stage.consumer()
                        .withShortPolls()
                        .with(Knobs.VERSIONING_ENABLED, true)
                        .with(Knobs.VERSION_KEY, field)
                        .with(Knobs.VERSION_STATE_PATH, Optional.of(stage.file(stateFile(field))))
                        .with(Knobs.VERSION_LOG_PATH, Optional.of(stage.file(field + ".log")))
                        .start())
                .toArray(RunningConsumer[]::new);
        stage.producer(label(field)).delayBy(DELAY).send(events(stage.runId() + "-by-" + field, stage.random()));
        stage.awaitDrained();
        stage.stop(fleet);
    }

    @Override
    public List<Check> checks() {
        return List.of(
                QueueChecks.NOTHING_DEAD_LETTERED,
                LossChecks.ALL_COMPLETED,
                VersionChecks.inversionsSeen(OutOfOrder::allVersions),
                rightByVersion,
                rightByTimestamp);
    }

    private static Requirement endedRight(String name, String field) {
        return VersionChecks.endedAtNewest(
                name,
                "Every entity ended in the state of its event with the greatest " + field + ".",
                stateFile(field),
                evidence -> versions(evidence, field).values());
    }

    private static String stateFile(String field) {
        return field + ".json";
    }

    private static String label(String field) {
        return "by-" + field;
    }

    private static Map<String, EntityVersion> allVersions(Evidence evidence) {
        Map<String, EntityVersion> versions = versions(evidence, VERSION);
        versions.putAll(versions(evidence, TIMESTAMP));
        return versions;
    }

    /** What the messages say that this field puts in order, by their ids. */
    private static Map<String, EntityVersion> versions(Evidence evidence, String field) {
        Map<String, EntityVersion> versions = new HashMap<>();
        for (Payload event : evidence.fieldsGivenTo(label(field))) {
            versions.put(
                    event.text(Payload.ID).orElseThrow(),
                    new EntityVersion(
                            event.text(ENTITY).orElseThrow(),
                            event.wholeNumber(field).orElseThrow(),
                            event.text(STATE).orElseThrow()));
        }
        return versions;
    }

    /** In random order, each with a random delay; but the first entity's last event always overtakes the one before. */
    private List<Map<String, Object>> events(String prefix, RandomGenerator random) {
        List<Map<String, Object>> events = new ArrayList<>();
        for (int entity = 1; entity <= entities; entity++) {
            long occurredAt = SOME_TIME;
            for (int version = 1; version <= EVENTS_EACH; version++) {
                occurredAt += random.nextInt(1, MOST_MILLIS_BETWEEN);
                boolean overtaken = entity == 1 && version == EVENTS_EACH - 1;
                boolean overtakes = entity == 1 && version == EVENTS_EACH;
                events.add(Map.of(
                        Payload.ID,
                        prefix + "-" + entity + "-" + version,
                        ENTITY,
                        "entity-" + entity,
                        VERSION,
                        version,
                        TIMESTAMP,
                        occurredAt,
                        STATE,
                        state(entity, version),
                        DELAY,
                        overtaken ? mostDelay : overtakes ? 0 : random.nextInt(mostDelay + 1)));
            }
        }
        for (int place = events.size() - 1; place > 0; place--) {
            Collections.swap(events, place, random.nextInt(place + 1));
        }
        return events;
    }

    /** Every other entity is cancelled in the end: a late update must not bring it back. */
    private static String state(int entity, int version) {
        if (version == 1) {
            return "created";
        }
        return version == EVENTS_EACH && entity % 2 == 1 ? "cancelled" : "updated";
    }

    @Override
    public List<Control> controls() {
        return List.of(Control.named("arrival-wins")
                .with(Knobs.VERSIONING_ENABLED, false)
                .breaks(rightByVersion, rightByTimestamp));
    }
}
