package dev.queuelab.scenarios.conformance;

import com.google.auto.service.AutoService;
import dev.queuelab.scenarios.kit.Scenario;
import picocli.CommandLine.Command;

@Command(description = "A consumer whose receives are answered with status 500 for a while goes on, and loses nothing.")
@AutoService(Scenario.class)
public final class ErrorsServer extends ReceiveErrors {
    public ErrorsServer() {
        super("server-error", "status=500,", MORE_THAN_SDKS_REPEAT);
    }
}
