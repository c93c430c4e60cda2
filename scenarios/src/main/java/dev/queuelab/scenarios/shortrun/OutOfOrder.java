package dev.queuelab.scenarios.shortrun;

import com.google.auto.service.AutoService;
import dev.queuelab.core.knob.Knobs;
import dev.queuelab.core.payload.Payload;
import dev.queuelab.scenarios.check.Accounts;
import dev.queuelab.scenarios.check.Check;
import dev.queuelab.scenarios.check.Effects;
import dev.queuelab.scenarios.check.Messages;
import dev.queuelab.scenarios.check.Queues;
import dev.queuelab.scenarios.check.Version;
import dev.queuelab.scenarios.check.Versions;
import dev.queuelab.scenarios.kit.Control;
import dev.queuelab.scenarios.kit.RunningConsumer;
import dev.queuelab.scenarios.kit.Scenario;
import dev.queuelab.scenarios.kit.Stage;
import dev.queuelab.scenarios.kit.Whole;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * A standard queue promises no order, and here it holds each event back for a random time besides. What an entity is in
 * the end must not depend on that, whether its events are told apart by a version or by the time they occurred at.
 */
@Command(
        description =
                "However late events arrive, every entity ends as its newest one says, by version and by timestamp.")
@AutoService(Scenario.class)
public final class OutOfOrder implements Scenario {
    private static final String ENTITY = "entity_id";
    private static final String VERSION = "version";
    private static final String TIMESTAMP = "occurred_at";
    private static final String WHAT = "event";
    private static final String DELAY = "delay";

    private static final String BY_VERSION = "right by version";
    private static final String BY_TIMESTAMP = "right by timestamp";

    private static final int EVENTS_EACH = 3;

    /** Milliseconds since 1970: what a clock somewhere else said, and of no meaning here. */
    private static final long SOME_TIME = 1_767_225_600_000L;

    private static final int MOST_MILLIS_BETWEEN = 60_000;

    @Option(
            names = "--entities",
            paramLabel = "N",
            converter = Whole.FromOne.class,
            defaultValue = "10",
            description =
                    "entities, each with three events that are sent twice, at least 1 (default: ${DEFAULT-VALUE})")
    private int entities;

    @Option(
            names = "--consumers",
            paramLabel = "N",
            converter = Whole.FromOne.class,
            defaultValue = "3",
            description = "consumers that share the state, at least 1 (default: ${DEFAULT-VALUE})")
    private int consumers;

    @Option(
            names = "--most-delay",
            paramLabel = "SECONDS",
            converter = Whole.Delay.class,
            defaultValue = "1",
            description = "for how long an event is held back at most, 1 to 900 (default: ${DEFAULT-VALUE})")
    private int mostDelay;

    @Override
    public void play(Stage stage) {
        Outcome byVersion = reconcile(stage, VERSION);
        Outcome byTimestamp = reconcile(stage, TIMESTAMP);

        Messages messages = byVersion.messages().and(byTimestamp.messages());
        Map<String, Version> versions = new HashMap<>(byVersion.versions());
        versions.putAll(byTimestamp.versions());
        stage.check(
                Queues.drained(),
                Queues.nothingDeadLettered(),
                Accounts.completed(messages),
                Accounts.nothingUnexpected(messages),
                Effects.performedOnce(),
                Versions.inversionsSeen(versions),
                byVersion.isRight(BY_VERSION),
                byTimestamp.isRight(BY_TIMESTAMP));
    }

    /** Sends events to consumers that take the one with the greatest {@code field} for the newest. */
    private Outcome reconcile(Stage stage, String field) {
        Path state = stage.file(field + ".json");
        Path log = stage.file(field + ".log");
        RunningConsumer[] fleet = IntStream.range(0, consumers)
                .mapToObj(number -> stage.consumer()
                        .with(Knobs.WAIT_TIME_SECONDS, 0) // so that it stops at once
                        .with(Knobs.VERSIONING_ENABLED, true)
                        .with(Knobs.VERSION_KEY, field)
                        .with(Knobs.VERSION_STATE_PATH, Optional.of(state))
                        .with(Knobs.VERSION_LOG_PATH, Optional.of(log))
                        .start())
                .toArray(RunningConsumer[]::new);
        List<Happening> happenings = happenings(stage.runId() + "-by-" + field, stage.random());
        Messages messages = stage.producer()
                .delayBy(DELAY)
                .send(happenings.stream().map(Happening::fields).toList());
        stage.awaitDrained();
        stage.stop(fleet);
        return new Outcome(messages, happenings, field, Payload.parse(String.join("", stage.lines(state))));
    }

    /** In random order, each with a random delay; but the first entity's last event always overtakes the one before. */
    private List<Happening> happenings(String prefix, RandomGenerator random) {
        List<Happening> happenings = new ArrayList<>();
        for (int entity = 1; entity <= entities; entity++) {
            long occurredAt = SOME_TIME;
            for (int version = 1; version <= EVENTS_EACH; version++) {
                occurredAt += random.nextInt(1, MOST_MILLIS_BETWEEN);
                boolean overtaken = entity == 1 && version == EVENTS_EACH - 1;
                boolean overtakes = entity == 1 && version == EVENTS_EACH;
                happenings.add(new Happening(
                        prefix + "-" + entity + "-" + version,
                        "entity-" + entity,
                        version,
                        occurredAt,
                        what(entity, version),
                        overtaken ? mostDelay : overtakes ? 0 : random.nextInt(mostDelay + 1)));
            }
        }
        for (int place = happenings.size() - 1; place > 0; place--) {
            Collections.swap(happenings, place, random.nextInt(place + 1));
        }
        return happenings;
    }

    /** Every other entity is cancelled in the end: a late update must not bring it back. */
    private static String what(int entity, int version) {
        if (version == 1) {
            return "created";
        }
        return version == EVENTS_EACH && entity % 2 == 1 ? "cancelled" : "updated";
    }

    /** An event in the life of an entity. */
    private record Happening(String id, String entity, int version, long occurredAt, String what, int delay) {

        Map<String, Object> fields() {
            return Map.of(
                    Payload.ID, id, ENTITY, entity, VERSION, version, TIMESTAMP, occurredAt, WHAT, what, DELAY, delay);
        }

        Version versionBy(String field) {
            return new Version(entity, field.equals(VERSION) ? version : occurredAt);
        }
    }

    /**
     * What became of the entities.
     *
     * @param field what makes one happening newer than another
     * @param state each entity's newest, as the consumers left it
     */
    private record Outcome(Messages messages, List<Happening> happenings, String field, Payload state) {

        Map<String, Version> versions() {
            return happenings.stream().collect(Collectors.toMap(Happening::id, one -> one.versionBy(field)));
        }

        Check isRight(String name) {
            Map<Version, String> words = new HashMap<>();
            Map<String, Long> ended = new HashMap<>();
            happenings.forEach(one -> {
                words.put(one.versionBy(field), one.what());
                state.text(one.entity()).map(Long::valueOf).ifPresent(number -> ended.put(one.entity(), number));
            });
            return Versions.endedAtNewest(name, versions(), ended, version -> words.getOrDefault(version, "unknown"));
        }
    }

    @Override
    public List<Control> controls() {
        return List.of(Control.named("arrival-wins")
                .with(Knobs.VERSIONING_ENABLED, false)
                .breaks(BY_VERSION, BY_TIMESTAMP));
    }
}
