package dev.queuelab.scenarios.shortrun;

import com.google.auto.service.AutoService;
import dev.queuelab.core.knob.Knobs;
import dev.queuelab.core.payload.Payload;
import dev.queuelab.scenarios.check.Accounts;
import dev.queuelab.scenarios.check.Effects;
import dev.queuelab.scenarios.check.Messages;
import dev.queuelab.scenarios.check.Orders;
import dev.queuelab.scenarios.check.Queues;
import dev.queuelab.scenarios.kit.Control;
import dev.queuelab.scenarios.kit.RunningConsumer;
import dev.queuelab.scenarios.kit.Scenario;
import dev.queuelab.scenarios.kit.Stage;
import dev.queuelab.scenarios.kit.Whole;
import java.nio.file.Path;
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

    @Option(
            names = "--count",
            paramLabel = "N",
            converter = Whole.FromTwo.class,
            defaultValue = "8",
            description = "versions to send, shuffled, at least 2 (default: ${DEFAULT-VALUE})")
    private int count;

    @Option(
            names = "--consumers",
            paramLabel = "N",
            converter = Whole.FromOne.class,
            defaultValue = "2",
            description = "consumers that share the state, at least 1 (default: ${DEFAULT-VALUE})")
    private int consumers;

    @Override
    public void play(Stage stage) {
        String entity = "entity-" + stage.runId();
        Messages messages = stage.producer()
                .send(shuffled(stage.random()).stream()
                        .map(version -> Map.<String, Object>of(ENTITY, entity, VERSION, version))
                        .toList());
        Path state = stage.file("versions.json");
        Path log = stage.file("versions.log");
        RunningConsumer[] fleet = IntStream.range(0, consumers)
                .mapToObj(number -> stage.consumer()
                        .with(Knobs.VERSIONING_ENABLED, true)
                        .with(Knobs.VERSION_STATE_PATH, Optional.of(state))
                        .with(Knobs.VERSION_LOG_PATH, Optional.of(log))
                        .start())
                .toArray(RunningConsumer[]::new);
        stage.awaitDrained();
        stage.stop(fleet);

        List<Long> applied = stage.lines(log).stream()
                .map(line -> Long.parseLong(Payload.parse(line).text(VERSION).orElseThrow()))
                .toList();
        stage.check(
                Queues.drained(),
                Queues.nothingDeadLettered(),
                Accounts.completed(messages),
                Accounts.nothingUnexpected(messages),
                Effects.performedOnce(),
                Orders.onlyNewer("only newer versions applied", applied, count),
                Orders.staleSeen());
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
                .breaks("only newer versions applied"));
    }
}
