package dev.queuelab.runner.stage;

import dev.queuelab.core.history.Event;
import dev.queuelab.core.knob.Knob;
import dev.queuelab.core.knob.Knobs;
import dev.queuelab.core.process.ExitCode;
import dev.queuelab.runner.process.ChildProcess;
import dev.queuelab.scenarios.kit.ConsumerSetup;
import dev.queuelab.scenarios.kit.RunningConsumer;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** A consumer yet to be a child process. */
final class LiveConsumerSetup implements ConsumerSetup {
    /** How long a consumer polls: short enough that one told to stop does so soon. */
    static final Duration LONG_POLL = Duration.ofSeconds(1);

    private static final Map<String, String> EVERY_CONSUMER =
            Map.of(Knobs.WAIT_TIME_SECONDS.name(), Long.toString(LONG_POLL.toSeconds()));

    private final LiveStage stage;
    private final Cast cast;
    private final Map<String, String> knobs = new TreeMap<>();

    LiveConsumerSetup(LiveStage stage, Cast cast) {
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
        return launch();
    }

    @Override
    public void runUntilCrash() {
        LiveConsumer consumer = launch();
        int code = consumer.awaitExit();
        boolean crashed = consumer.history().all(Event.Crashed.class).findAny().isPresent();
        if (code != ExitCode.FAILED || !crashed) {
            throw new StageException(consumer.name() + " was to crash, but ended with exit code " + code
                    + consumer.process().quotedTail());
        }
        stage.scene().narrator().step(consumer.name() + " crashed, as it was to");
    }

    private LiveConsumer launch() {
        knobs.putAll(stage.scene().overrides());
        Map<String, String> all = new TreeMap<>(EVERY_CONSUMER);
        all.putAll(knobs);
        ChildProcess process = cast.start("consumer", List.of(), all);
        List<Knob<?>> turned = Knobs.ALL.stream().filter(this::isTurned).toList();
        String told = turned.stream()
                .map(knob -> " " + knob.name() + "=" + knobs.get(knob.name()))
                .collect(Collectors.joining());
        stage.scene().narrator().step(process.name() + " started" + (told.isEmpty() ? "" : " with" + told));
        if (turned.contains(Knobs.MESSAGE_LIMIT) || turned.contains(Knobs.IDLE_TIMEOUT_SECONDS)) {
            process.mayEnd();
        }
        return new LiveConsumer(stage, process);
    }

    private boolean isTurned(Knob<?> knob) {
        return !knobs.getOrDefault(knob.name(), knob.defaultText()).equals(knob.defaultText());
    }
}
