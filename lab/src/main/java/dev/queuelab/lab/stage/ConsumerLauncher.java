package dev.queuelab.lab.stage;

import dev.queuelab.core.knob.Knob;
import dev.queuelab.core.knob.Knobs;
import dev.queuelab.lab.process.ChildProcess;
import dev.queuelab.scenarios.check.Labels;
import dev.queuelab.scenarios.kit.ConsumerSetup;
import dev.queuelab.scenarios.kit.RunningConsumer;
import java.io.File;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** A consumer yet to be a child process. */
final class ConsumerLauncher implements ConsumerSetup {
    private static final Map<String, String> EVERY_CONSUMER =
            Map.of(Knobs.WAIT_TIME_SECONDS.name(), Long.toString(OrphanedPolls.LONG_POLL.toSeconds()));

    /** Knobs that let a consumer end by itself, one way or another. */
    private static final Set<Knob<?>> ENDING = Set.of(
            Knobs.MESSAGE_LIMIT,
            Knobs.IDLE_TIMEOUT_SECONDS,
            Knobs.CRASH_RATE,
            Knobs.CRASH_AFTER_RECEIVE,
            Knobs.CRASH_AFTER_SIDE_EFFECT);

    private final StageServices services;
    private final Optional<String> label;
    private final Map<String, String> knobs = new TreeMap<>();

    ConsumerLauncher(StageServices services, Optional<String> label) {
        this.services = services;
        this.label = label;
    }

    @Override
    public <T> ConsumerSetup with(Knob<T> knob, T value) {
        knobs.put(knob.name(), knob.render(value));
        return this;
    }

    @Override
    public RunningConsumer start() {
        knobs.putAll(services.run().overrides());
        Map<String, String> all = new TreeMap<>(EVERY_CONSUMER);
        all.putAll(knobs);
        ChildProcess process = services.launcher().start(Labels.CONSUMER, label, List.of(), all);
        List<Knob<?>> turned = Knobs.ALL.stream().filter(this::isTurned).toList();
        String settings = turned.stream()
                .map(knob -> " " + knob.name() + "=" + shorten(knobs.getOrDefault(knob.name(), "")))
                .collect(Collectors.joining());
        services.step(process.name() + " started" + (settings.isEmpty() ? "" : " with" + settings));
        if (turned.stream().anyMatch(ENDING::contains)) {
            process.mayEnd();
        }
        ConsumerHandle handle = new ConsumerHandle(
                process,
                services.launcher().isForeign(Labels.CONSUMER),
                services.run().folder().history(process.name()));
        services.fleet().add(handle);
        return new ConsumerProcess(services, handle);
    }

    /** Shared files by their names alone. */
    private String shorten(String value) {
        return value.replace(services.run().folder().files() + File.separator, "");
    }

    private boolean isTurned(Knob<?> knob) {
        return !knobs.getOrDefault(knob.name(), knob.defaultText()).equals(knob.defaultText());
    }
}
