package dev.queuelab.scenarios.conformance;

import com.google.auto.service.AutoService;
import dev.queuelab.scenarios.kit.Scenario;
import picocli.CommandLine.Command;

@Command(description = "A consumer whose receives end in closed connections for a while goes on, and loses nothing.")
@AutoService(Scenario.class)
public final class ErrorsConnection extends ReceiveErrors {
    public ErrorsConnection() {
        super("request-lost", "", MORE_THAN_SDKS_REPEAT);
    }
}
