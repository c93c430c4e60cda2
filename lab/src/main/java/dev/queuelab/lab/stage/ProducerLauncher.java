package dev.queuelab.lab.stage;

import dev.queuelab.core.payload.SchemaVersion;
import dev.queuelab.core.process.ExitCode;
import dev.queuelab.lab.process.ChildProcess;
import dev.queuelab.lab.runstore.RunWriter;
import dev.queuelab.scenarios.check.Labels;
import dev.queuelab.scenarios.kit.ProducerSetup;
import dev.queuelab.scenarios.kit.RunningProducer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A producer yet to be a child process. */
final class ProducerLauncher implements ProducerSetup {
    private static final Duration TO_START = Duration.ofSeconds(60);
    private static final int MIN_MESSAGES_PER_SECOND = 20;

    private static final int ENDLESS = 0;

    private final StageServices services;
    private final String label;
    private final long seed;
    private final List<String> flags = new ArrayList<>();

    ProducerLauncher(StageServices services, String label, long seed) {
        this.services = services;
        this.label = label;
        this.seed = seed;
    }

    @Override
    public ProducerSetup batchSize(int messages) {
        return flag("--batch-size", messages);
    }

    @Override
    public ProducerSetup poison(int messages) {
        return flag("--poison-count", messages);
    }

    @Override
    public ProducerSetup poisonEvery(int nth) {
        return flag("--poison-every", nth);
    }

    @Override
    public ProducerSetup schemaVersion(SchemaVersion version) {
        return flag("--schema-version", version);
    }

    @Override
    public ProducerSetup undecodable() {
        flags.add("--poison-cut-short");
        return poisonEvery(1);
    }

    @Override
    public ProducerSetup groupBy(String field) {
        return flag("--group-by", field);
    }

    @Override
    public ProducerSetup delayBy(String field) {
        return flag("--delay-by", field);
    }

    @Override
    public ProducerSetup keepTrying() {
        flags.add("--keep-trying");
        return this;
    }

    private ProducerSetup flag(String name, Object value) {
        flags.add(name + "=" + value);
        return this;
    }

    @Override
    public RunningProducer start(double messagesPerSecond) {
        flag("--rate", messagesPerSecond);
        ChildProcess producer = launch(ENDLESS);
        services.step(producer.name() + " started, at " + messagesPerSecond + " messages a second");
        return new ProducerProcess(services, producer);
    }

    @Override
    public void send(List<Map<String, Object>> fields) {
        Path file = RunWriter.lines(services.run().folder(), Labels.fieldsFile(label), fields);
        flag("--fields-from", file);
        send(fields.size());
    }

    @Override
    public void send(int count) {
        if (count == 0) {
            return;
        }
        ChildProcess producer = launch(count);
        int code = producer.awaitExit(
                TO_START.plusSeconds(count / MIN_MESSAGES_PER_SECOND),
                services.run().listener());
        if (code != ExitCode.OK) {
            throw new StageException(producer.name() + " ended with exit code " + code + producer.quotedTail());
        }
        SentCount sent = SentCount.of(services.run().folder(), producer.name());
        services.step(producer.name() + " sent " + sent);
    }

    private ChildProcess launch(int count) {
        flag("--n", count);
        flag("--seed", seed);
        flag("--run-id", services.run().folder().runId());
        services.orphanedPolls().awaitEnd();
        String name = services.launcher().nextName(Labels.PRODUCER, Optional.of(label));
        return services.launcher().start(Labels.PRODUCER, name, flags, Map.of());
    }
}
