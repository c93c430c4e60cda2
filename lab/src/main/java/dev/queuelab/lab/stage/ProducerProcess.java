package dev.queuelab.lab.stage;

import dev.queuelab.core.history.Event;
import dev.queuelab.core.process.ExitCode;
import dev.queuelab.lab.process.ChildProcess;
import dev.queuelab.scenarios.kit.RunningProducer;
import java.time.Duration;

/** A producer as a child process that sends until it is stopped. */
final class ProducerProcess implements RunningProducer {
    private static final Duration TO_STOP = Duration.ofSeconds(60);

    private final StageServices services;
    private final ChildProcess process;

    ProducerProcess(StageServices services, ChildProcess process) {
        this.services = services;
        this.process = process;
    }

    @Override
    public void stop() {
        String name = process.name();
        services.record(new Event.Signalled(name, "TERM"));
        process.terminate();
        int code = process.awaitExit(TO_STOP);
        services.record(new Event.Exited(name, code));
        if (code != ExitCode.OK) {
            throw new StageException(name + " ended with exit code " + code + process.quotedTail());
        }
        services.step(name + " stopped, after " + SentCount.of(services.run().folder(), name));
    }
}
