package dev.queuelab.lab.stage;

import dev.queuelab.core.process.ExitCode;
import dev.queuelab.lab.process.ChildProcess;
import dev.queuelab.lab.process.Programs;
import dev.queuelab.scenarios.check.Messages;
import dev.queuelab.scenarios.kit.ProducerSetup;
import dev.queuelab.scenarios.kit.RunningProducer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A producer as a child process. */
final class ProducerLauncher implements ProducerSetup {
    private static final Duration TO_START = Duration.ofSeconds(60);
    private static final int MESSAGES_A_SECOND_AT_LEAST = 20;

    private static final int ENDLESS = 0;

    private final ScenarioStage stage;
    private final RunContext scene;
    private final ProcessLauncher cast;
    private final long seed;
    private int batchSize = 10;
    private int poison;
    private int poisonEvery;
    private final List<String> further = new ArrayList<>();

    ProducerLauncher(ScenarioStage stage, ProcessLauncher cast, long seed) {
        this.stage = stage;
        this.scene = stage.scene();
        this.cast = cast;
        this.seed = seed;
    }

    @Override
    public ProducerSetup batchSize(int messages) {
        batchSize = messages;
        return this;
    }

    @Override
    public ProducerSetup poison(int messages) {
        poison = messages;
        return this;
    }

    @Override
    public ProducerSetup poisonEvery(int nth) {
        poisonEvery = nth;
        return this;
    }

    @Override
    public ProducerSetup groupBy(String field) {
        further.add("--group-by=" + field);
        return this;
    }

    @Override
    public ProducerSetup delayBy(String field) {
        further.add("--delay-by=" + field);
        return this;
    }

    @Override
    public RunningProducer start(double messagesASecond) {
        further.add("--rate=" + messagesASecond);
        ChildProcess producer = launch(ENDLESS);
        scene.narrator().step(producer.name() + " started, at " + messagesASecond + " messages a second");
        return new ProducerProcess(stage, producer);
    }

    @Override
    public Messages send(int count) {
        return run(count);
    }

    @Override
    public Messages send(List<Map<String, Object>> fields) {
        further.add("--fields-from=" + scene.folder().writeLines(fields));
        return run(fields.size());
    }

    private Messages run(int count) {
        if (count == 0) {
            return new Messages(List.of());
        }
        ChildProcess producer = launch(count);
        int code = producer.awaitExit(TO_START.plusSeconds(count / MESSAGES_A_SECOND_AT_LEAST), scene.narrator());
        if (code != ExitCode.OK) {
            throw new StageException(producer.name() + " ended with exit code " + code + producer.quotedTail());
        }
        Messages messages = stage.sentBy(producer.name());
        int poisonous = messages.poison().count();
        scene.narrator()
                .step(producer.name() + " sent " + messages.count() + (count == 1 ? " message" : " messages")
                        + (poisonous == 0 ? "" : ", " + poisonous + " of them poison"));
        return messages;
    }

    private ChildProcess launch(int count) {
        List<String> flags = new ArrayList<>(further);
        flags.addAll(List.of(
                "--n=" + count,
                "--batch-size=" + batchSize,
                "--poison-count=" + poison,
                "--poison-every=" + poisonEvery,
                "--seed=" + seed,
                "--run-id=" + scene.folder().runId()));
        stage.openPolls().awaitEnd();
        return cast.start(Programs.PRODUCER, flags, Map.of());
    }
}
