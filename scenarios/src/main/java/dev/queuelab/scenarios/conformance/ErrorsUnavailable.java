package dev.queuelab.scenarios.conformance;

import com.google.auto.service.AutoService;
import dev.queuelab.scenarios.kit.Scenario;
import picocli.CommandLine.Command;

@Command(description = "A consumer whose receives are answered with status 503 for a while goes on, and loses nothing.")
@AutoService(Scenario.class)
public final class ErrorsUnavailable extends ReceiveErrors {
    public ErrorsUnavailable() {
        super("server-error", "status=503,", MORE_THAN_SDKS_REPEAT);
    }
}
