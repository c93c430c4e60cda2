package dev.queuelab.scenarios.shortrun;

import com.google.auto.service.AutoService;
import dev.queuelab.core.knob.Knobs;
import dev.queuelab.scenarios.check.Check;
import dev.queuelab.scenarios.check.LossChecks;
import dev.queuelab.scenarios.check.OrderingChecks;
import dev.queuelab.scenarios.check.QueueChecks;
import dev.queuelab.scenarios.check.Requirement;
import dev.queuelab.scenarios.kit.Control;
import dev.queuelab.scenarios.kit.IntOption;
import dev.queuelab.scenarios.kit.Need;
import dev.queuelab.scenarios.kit.RunningConsumer;
import dev.queuelab.scenarios.kit.Scenario;
import dev.queuelab.scenarios.kit.Stage;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
        description =
                "Versions that arrive out of order leave the newest in place: only newer ones are applied, over any.")
@AutoService(Scenario.class)
public final class VersionOrder implements Scenario {
    private static final String ENTITY = "entity_id";
    private static final String VERSION = "version";
    private static final String LOG = "versions.log";

    @Option(
            names = "--count",
            paramLabel = "N",
            converter = IntOption.FromTwo.class,
            defaultValue = "8",
            description = "versions to send, shuffled, at least 2 (default: ${DEFAULT-VALUE})")
    private int count;

    @Option(
            names = "--consumers",
            paramLabel = "N",
            converter = IntOption.FromOne.class,
            defaultValue = "2",
            description = "consumers that share the state, at least 1 (default: ${DEFAULT-VALUE})")
    private int consumers;

    private final Requirement onlyNewerApplied = OrderingChecks.onlyNewer(
            "only newer versions applied",
            "Each version that was applied is newer than the one before, and the last one is the newest of all.",
            LOG,
            VERSION,
            () -> count);

    @Override
    public Duration expectedWait(Duration visibilityTimeout) {
        return Duration.ZERO;
    }

    @Override
    public List<Need> needs() {
        return List.of(Need.VERSIONS);
    }

    @Override
    public List<String> steps() {
        return List.of(
                "Send the versions of one entity in random order, with the newest half way.",
                "Run consumers that share the version state until the queue is drained.");
    }

    @Override
    public void play(Stage stage) {
        String entity = "entity-" + stage.runId();
        stage.producer()
                .send(shuffled(stage.random()).stream()
                        .map(version -> Map.<String, Object>of(ENTITY, entity, VERSION, version))
                        .toList());
        RunningConsumer[] fleet = IntStream.range(0, consumers)
                .mapToObj(number -> stage.consumer()
                        .withShortPolls()
                        .with(Knobs.VERSIONING_ENABLED, true)
                        .with(Knobs.VERSION_STATE_PATH, Optional.of(stage.file("versions.json")))
                        .with(Knobs.VERSION_LOG_PATH, Optional.of(stage.file(LOG)))
                        .start())
                .toArray(RunningConsumer[]::new);
        stage.awaitDrained();
        stage.stop(fleet);
    }

    @Override
    public List<Check> checks() {
        return List.of(
                QueueChecks.NOTHING_DEAD_LETTERED,
                LossChecks.ALL_COMPLETED,
                onlyNewerApplied,
                OrderingChecks.STALE_VERSION_SEEN);
    }

    /** From 1 to {@link #count} at random, but for the newest, which comes half way: what follows it is stale. */
    private List<Long> shuffled(RandomGenerator random) {
        List<Long> versions =
                new ArrayList<>(LongStream.rangeClosed(1, count - 1L).boxed().toList());
        List<Long> order = new ArrayList<>();
        while (!versions.isEmpty()) {
            order.add(versions.remove(random.nextInt(versions.size())));
        }
        order.add(order.size() / 2, (long) count);
        return order;
    }

    @Override
    public List<Control> controls() {
        return List.of(Control.named("versioning-off")
                .with(Knobs.VERSIONING_ENABLED, false)
                .breaks(onlyNewerApplied));
    }
}
