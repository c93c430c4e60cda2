package dev.queuelab.scenarios.shortrun;

import com.google.auto.service.AutoService;
import dev.queuelab.core.knob.Knobs;
import dev.queuelab.core.knob.SchemaReading;
import dev.queuelab.core.payload.SchemaVersion;
import dev.queuelab.scenarios.check.Check;
import dev.queuelab.scenarios.check.LossChecks;
import dev.queuelab.scenarios.check.ReportTable;
import dev.queuelab.scenarios.check.SchemaChecks;
import dev.queuelab.scenarios.kit.ConsumerSetup;
import dev.queuelab.scenarios.kit.Control;
import dev.queuelab.scenarios.kit.IntOption;
import dev.queuelab.scenarios.kit.MessageCount;
import dev.queuelab.scenarios.kit.Need;
import dev.queuelab.scenarios.kit.RunningConsumer;
import dev.queuelab.scenarios.kit.Scenario;
import dev.queuelab.scenarios.kit.Stage;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/**
 * The middle of a deploy: producers and consumers of version 1.0 and 1.1 run side by side, and somebody already writes 2.0.
 * Version 1.1 added the field {@code currency}; before that, every amount was in euros.
 */
@Command(
        description =
                "While old and new versions run side by side, each reads the other's messages; an unknown one is dead-lettered.")
@AutoService(Scenario.class)
public final class SchemaEvolution implements Scenario {
    private static final String OLDER = "v1-0";
    private static final String NEWER = "v1-1";
    private static final String UNKNOWN = "v2-0";

    /** The first message of the newer version, which the older consumer reads while it is alone. */
    private static final String FIRST_NEWER = "first-v1-1";

    /** The last message of the older version, which the newer consumer reads once it is alone. */
    private static final String LAST_OLDER = "last-v1-0";

    private static final Map<String, SchemaVersion> VERSIONS = Map.of(
            OLDER, new SchemaVersion(1, 0),
            LAST_OLDER, new SchemaVersion(1, 0),
            NEWER, new SchemaVersion(1, 1),
            FIRST_NEWER, new SchemaVersion(1, 1),
            UNKNOWN, new SchemaVersion(2, 0));

    private static final String AMOUNT = "amount";
    private static final String CURRENCY = "currency";
    private static final String DEFAULT_CURRENCY = "EUR";
    private static final String LOG = "currencies.log";
    private static final Map<String, Object> IN_EUROS = Map.of(AMOUNT, 7);
    private static final Map<String, Object> IN_DOLLARS = Map.of(AMOUNT, 7, CURRENCY, "USD");

    /** Long enough that the other consumer gets some messages as well. */
    private static final Duration WORK = Duration.ofMillis(100);

    private final SchemaChecks schemas = new SchemaChecks(VERSIONS, UNKNOWN);

    @Mixin
    private final MessageCount count = MessageCount.defaultsTo(6);

    @Option(
            names = "--older",
            paramLabel = "N",
            converter = IntOption.FromZero.class,
            defaultValue = "1",
            description = "consumers of version 1.0 (default: ${DEFAULT-VALUE})")
    private int older;

    @Option(
            names = "--newer",
            paramLabel = "N",
            converter = IntOption.FromZero.class,
            defaultValue = "1",
            description = "consumers of version 1.1 (default: ${DEFAULT-VALUE})")
    private int newer;

    @Override
    public Optional<String> invalidOptions() {
        return older <= 1 && newer <= 1 && older + newer > 0
                ? Optional.empty()
                : Optional.of("--older=" + older + " and --newer=" + newer
                        + " are not accepted: expected 0 or 1 of each, and not 0 of both");
    }

    @Override
    public Duration expectedWait(Duration visibilityTimeout) {
        return visibilityTimeout.multipliedBy(2);
    }

    @Override
    public List<Need> needs() {
        return List.of(Need.SCHEMA_VERSIONS);
    }

    @Override
    public List<String> steps() {
        return List.of(
                "Start a consumer that was made for version 1.0 of the messages, and send it one of version 1.1.",
                "Start a consumer that was made for version 1.1 beside it. Send a message of version 2.0, which both must"
                        + " reject, then messages of version 1.0, then of 1.1.",
                "Once the queue is drained, stop the older consumer, and send one more message of version 1.0.",
                "Wait until the queue is drained.");
    }

    @Override
    public void play(Stage stage) {
        Deque<RunningConsumer> running = new ArrayDeque<>();
        if (older > 0) {
            running.add(older(stage).start());
            send(stage, FIRST_NEWER, 1, IN_DOLLARS);
            running.element().awaitDecided();
        }
        if (newer > 0) {
            running.add(newer(stage).start());
            running.getLast().awaitBegun();
        }
        send(stage, UNKNOWN, 1, Map.of("total", "7 USD"));
        send(stage, OLDER, count.get(), IN_EUROS);
        send(stage, NEWER, count.get(), IN_DOLLARS);
        stage.awaitDrained();
        if (running.size() > 1) {
            stage.stop(running.remove());
            send(stage, LAST_OLDER, 1, IN_EUROS);
            stage.awaitDrained();
        }
        stage.stop(running.remove());
    }

    private static ConsumerSetup older(Stage stage) {
        return consumer(stage, OLDER);
    }

    private static ConsumerSetup newer(Stage stage) {
        return consumer(stage, NEWER)
                .with(Knobs.SCHEMA_DEFAULTS, Map.of(CURRENCY, DEFAULT_CURRENCY))
                .with(Knobs.SIDE_EFFECT_LOG_PATH, Optional.of(stage.file(LOG)))
                .with(Knobs.SIDE_EFFECT_LOG_FIELD, CURRENCY);
    }

    private static ConsumerSetup consumer(Stage stage, String version) {
        return stage.consumer(version)
                .with(Knobs.SCHEMA_VERSION, Optional.ofNullable(VERSIONS.get(version)))
                .workFor(WORK)
                .withShortPolls();
    }

    /** One by one, so that no consumer receives all of a version at once. */
    private static void send(Stage stage, String version, int messages, Map<String, Object> fields) {
        Optional.ofNullable(VERSIONS.get(version))
                .ifPresent(written -> stage.producer(version)
                        .schemaVersion(written)
                        .batchSize(1)
                        .send(Collections.nCopies(messages, fields)));
    }

    @Override
    public List<Check> checks() {
        return List.of(
                LossChecks.NOTHING_LOST,
                schemas.knownDoneAtOnce(),
                schemas.onlyUnknownDeadLettered(),
                schemas.unknownNeverDone(),
                schemas.reasonOnRecord(),
                schemas.defaultUsed(LOG, DEFAULT_CURRENCY),
                schemas.crossed());
    }

    @Override
    public List<ReportTable> tables() {
        return List.of(schemas.table());
    }

    @Override
    public List<Control> controls() {
        return List.of(
                Control.named("strict-reader")
                        .withOptions("--newer=0")
                        .with(Knobs.SCHEMA_READING, SchemaReading.STRICT)
                        .breaks(schemas.knownDoneAtOnce(), schemas.onlyUnknownDeadLettered()),
                Control.named("no-defaults")
                        .withOptions("--older=0")
                        .with(Knobs.SCHEMA_DEFAULTS, Map.of())
                        .breaks(schemas.knownDoneAtOnce(), schemas.onlyUnknownDeadLettered(), schemas.reasonOnRecord()),
                Control.named("version-not-looked-at")
                        .with(Knobs.SCHEMA_VERSION, Optional.empty())
                        .breaks(schemas.unknownNeverDone()));
    }
}
