package dev.queuelab.scenarios.conformance;

import com.google.auto.service.AutoService;
import dev.queuelab.scenarios.kit.Scenario;
import picocli.CommandLine.Command;

@Command(
        description = "A consumer whose receives are refused with AccessDenied for a while goes on, and loses nothing.")
@AutoService(Scenario.class)
public final class ErrorsDenied extends ReceiveErrors {
    public ErrorsDenied() {
        super("access-denied", "", NOT_REPEATED);
    }
}
