package dev.queuelab.scenarios.conformance;

import com.google.auto.service.AutoService;
import dev.queuelab.scenarios.kit.Scenario;
import picocli.CommandLine.Command;

@Command(description = "A consumer whose receives are throttled for a while goes on, and loses nothing.")
@AutoService(Scenario.class)
public final class ErrorsThrottled extends ReceiveErrors {
    public ErrorsThrottled() {
        super("throttled", "", MORE_THAN_SDKS_REPEAT);
    }
}
