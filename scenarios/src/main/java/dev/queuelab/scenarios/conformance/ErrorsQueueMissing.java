package dev.queuelab.scenarios.conformance;

import com.google.auto.service.AutoService;
import dev.queuelab.scenarios.kit.Scenario;
import picocli.CommandLine.Command;

@Command(description = "While SQS says that the queue does not exist, a consumer keeps trying, and loses nothing.")
@AutoService(Scenario.class)
public final class ErrorsQueueMissing extends ReceiveErrors {
    public ErrorsQueueMissing() {
        super("queue-missing", "", NOT_REPEATED);
    }
}
