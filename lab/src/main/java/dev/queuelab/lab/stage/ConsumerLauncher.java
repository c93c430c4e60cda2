package dev.queuelab.lab.stage;

import dev.queuelab.core.call.CallBreak;
import dev.queuelab.core.knob.Knob;
import dev.queuelab.core.knob.Knobs;
import dev.queuelab.gateway.breakpoint.Moment;
import dev.queuelab.lab.process.ChildProcess;
import dev.queuelab.lab.wire.RunGateway;
import dev.queuelab.scenarios.check.Labels;
import dev.queuelab.scenarios.kit.ConsumerSetup;
import dev.queuelab.scenarios.kit.RunningConsumer;
import java.io.File;
import java.time.Duration;
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
    private final Interference interference = new Interference();

    ConsumerLauncher(StageServices services, Optional<String> label) {
        this.services = services;
        this.label = label;
    }

    @Override
    public <T> ConsumerSetup with(Knob<T> knob, T value) {
        knobs.put(knob.name(), knob.render(value));
        return this;
    }

    /** Whether the consumer is made to fail from outside: a program that is not ours need not know our knobs. */
    private boolean isInterferedWith() {
        return services.gateway().isPresent() && services.launcher().isForeign(Labels.CONSUMER);
    }

    @Override
    public ConsumerSetup crashAfterReceive() {
        return isInterferedWith() ? crashAtEffect(Moment.BEFORE_CALL) : ConsumerSetup.super.crashAfterReceive();
    }

    @Override
    public ConsumerSetup crashAfterSideEffect() {
        return isInterferedWith() ? crashAtEffect(Moment.BEFORE_REPLY) : ConsumerSetup.super.crashAfterSideEffect();
    }

    @Override
    public ConsumerSetup workFor(Duration time) {
        if (!isInterferedWith()) {
            return ConsumerSetup.super.workFor(time);
        }
        interference.workFor(time);
        return this;
    }

    @Override
    public ConsumerSetup breaking(List<CallBreak> breaks) {
        interference.breakCalls(breaks);
        return this;
    }

    @Override
    public ConsumerSetup receivingAtMost(int most) {
        interference.receiveAtMost(most);
        return this;
    }

    @Override
    public ConsumerSetup receivingInTotal(int total) {
        interference.receiveInTotal(total);
        return this;
    }

    private ConsumerSetup crashAtEffect(Moment moment) {
        interference.crashAtEffect(moment);
        return this;
    }

    @Override
    public RunningConsumer start() {
        if (interference.needsGateway() && services.gateway().isEmpty()) {
            throw new StageException("this scenario breaks calls at the gateway, so it cannot do with --no-gateway");
        }
        knobs.putAll(services.run().overrides());
        if (isInterferedWith()) {
            standInForKnobs();
        }
        Map<String, String> all = new TreeMap<>(EVERY_CONSUMER);
        all.putAll(knobs);
        services.orphanedPolls().awaitEnd();
        String name = services.launcher().nextName(Labels.CONSUMER, label);
        services.gateway().ifPresent(gateway -> interference.install(gateway, name, services::record));
        ChildProcess process = services.launcher().start(Labels.CONSUMER, name, List.of(), all);
        interference.begin(process);
        List<Knob<?>> turned = Knobs.ALL.stream().filter(this::isTurned).toList();
        String settings = turned.stream()
                .map(knob -> " " + knob.name() + "=" + shorten(knobs.getOrDefault(knob.name(), "")))
                .collect(Collectors.joining());
        services.step(
                process.name() + " started" + (settings.isEmpty() ? "" : " with" + settings) + interference.describe());
        if (turned.stream().anyMatch(ENDING::contains)) {
            process.mayEnd();
        }
        ConsumerHandle handle = new ConsumerHandle(
                process,
                services.launcher().isForeign(Labels.CONSUMER),
                services.histories().tail(services.run().folder().history(process.name())),
                services.gateway().map(RunGateway::history));
        services.fleet().add(handle);
        return new ConsumerProcess(services, handle, interference);
    }

    /** What some knobs do to our own consumer is done from outside to one that does not know them. */
    private void standInForKnobs() {
        Optional.ofNullable(knobs.get(Knobs.REJECT_PAYLOAD_MARKER.name()))
                .filter(marker -> !marker.isEmpty())
                .ifPresent(interference::rejectWork);
        Optional.ofNullable(knobs.get(Knobs.MESSAGE_LIMIT.name()))
                .map(Knobs.MESSAGE_LIMIT::parse)
                .filter(limit -> limit > 0)
                .ifPresent(interference::receiveInTotal);
    }

    /** Shared files by their names alone. */
    private String shorten(String value) {
        return value.replace(services.run().folder().files() + File.separator, "");
    }

    private boolean isTurned(Knob<?> knob) {
        return !knobs.getOrDefault(knob.name(), knob.defaultText()).equals(knob.defaultText());
    }
}
