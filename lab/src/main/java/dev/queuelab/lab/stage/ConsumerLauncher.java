package dev.queuelab.lab.stage;

import dev.queuelab.core.knob.Knob;
import dev.queuelab.core.knob.Knobs;
import dev.queuelab.lab.process.ChildProcess;
import dev.queuelab.lab.process.Programs;
import dev.queuelab.scenarios.kit.ConsumerSetup;
import dev.queuelab.scenarios.kit.RunningConsumer;
import java.io.File;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** A consumer yet to be a child process. */
final class ConsumerLauncher implements ConsumerSetup {
    /** How long a consumer polls: short enough that one told to stop does so soon. */
    static final Duration LONG_POLL = Duration.ofSeconds(1);

    private static final Map<String, String> EVERY_CONSUMER =
            Map.of(Knobs.WAIT_TIME_SECONDS.name(), Long.toString(LONG_POLL.toSeconds()));

    /** Knobs that let a consumer end by itself, one way or another. */
    private static final Set<Knob<?>> ENDING = Set.of(
            Knobs.MESSAGE_LIMIT,
            Knobs.IDLE_TIMEOUT_SECONDS,
            Knobs.CRASH_RATE,
            Knobs.CRASH_AFTER_RECEIVE,
            Knobs.CRASH_AFTER_SIDE_EFFECT);

    private final ScenarioStage stage;
    private final ProcessLauncher cast;
    private final Map<String, String> knobs = new TreeMap<>();

    ConsumerLauncher(ScenarioStage stage, ProcessLauncher cast) {
        this.stage = stage;
        this.cast = cast;
    }

    @Override
    public <T> ConsumerSetup with(Knob<T> knob, T value) {
        knobs.put(knob.name(), knob.render(value));
        return this;
    }

    @Override
    public RunningConsumer start() {
        knobs.putAll(stage.scene().overrides());
        Map<String, String> all = new TreeMap<>(EVERY_CONSUMER);
        all.putAll(knobs);
        ChildProcess process = cast.start(Programs.CONSUMER, List.of(), all);
        List<Knob<?>> turned = Knobs.ALL.stream().filter(this::isTurned).toList();
        String told = turned.stream()
                .map(knob -> " " + knob.name() + "=" + shown(knobs.getOrDefault(knob.name(), "")))
                .collect(Collectors.joining());
        stage.scene().narrator().step(process.name() + " started" + (told.isEmpty() ? "" : " with" + told));
        if (turned.stream().anyMatch(ENDING::contains)) {
            process.mayEnd();
        }
        return stage.started(new ConsumerProcess(stage, process, cast.isForeign(Programs.CONSUMER)));
    }

    /** Files of the play by their names alone. */
    private String shown(String value) {
        return value.replace(stage.scene().folder().path() + File.separator, "");
    }

    private boolean isTurned(Knob<?> knob) {
        return !knobs.getOrDefault(knob.name(), knob.defaultText()).equals(knob.defaultText());
    }
}
