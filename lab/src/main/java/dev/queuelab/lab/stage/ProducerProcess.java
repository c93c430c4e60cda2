package dev.queuelab.lab.stage;

import dev.queuelab.core.history.Event;
import dev.queuelab.core.process.ExitCode;
import dev.queuelab.lab.process.ChildProcess;
import dev.queuelab.scenarios.check.Messages;
import dev.queuelab.scenarios.kit.RunningProducer;
import java.time.Duration;

/** An endless producer as a child process. */
final class ProducerProcess implements RunningProducer {
    private static final Duration TO_STOP = Duration.ofSeconds(60);

    private final ScenarioStage stage;
    private final ChildProcess process;

    ProducerProcess(ScenarioStage stage, ChildProcess process) {
        this.stage = stage;
        this.process = process;
    }

    @Override
    public String name() {
        return process.name();
    }

    @Override
    public Messages stop() {
        stage.chronicle().record(new Event.Signalled(name(), "TERM"));
        process.terminate();
        int code = process.awaitExit(TO_STOP);
        stage.chronicle().record(new Event.Exited(name(), code));
        if (code != ExitCode.OK) {
            throw new StageException(name() + " ended with exit code " + code + process.quotedTail());
        }
        Messages messages = stage.sentBy(name());
        stage.scene().narrator().step(name() + " stopped, after " + messages.count() + " messages");
        return messages;
    }
}
