package dev.queuelab.gateway.cli;

import dev.queuelab.core.process.ProcessLog;
import dev.queuelab.core.process.Shutdown;
import java.time.Clock;
import picocli.CommandLine.Model.CommandSpec;

/** Starts gateway.jar. */
public final class GatewayMain {
    private GatewayMain() {}

    public static void main(String[] args) {
        ProcessLog.start();
        Shutdown shutdown = Shutdown.onSignals(() -> {});
        System.exit(shutdown.finish(
                GatewayCommand.commandLine(shutdown, Clock.systemUTC()).execute(args)));
    }

    /** The model of the command line, for the documentation. */
    public static CommandSpec commandSpec() {
        return GatewayCommand.commandLine(Shutdown.never(), Clock.systemUTC()).getCommandSpec();
    }
}
