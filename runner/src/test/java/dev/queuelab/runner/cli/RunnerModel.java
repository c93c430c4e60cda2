package dev.queuelab.runner.cli;

import dev.queuelab.lab.process.Dist;
import java.io.PrintWriter;
import java.io.Writer;
import java.time.Clock;
import picocli.CommandLine;

/** The runner's command line, to be read and not to be run. */
public final class RunnerModel {
    private RunnerModel() {}

    public static CommandLine commandLine() {
        CommandContext context = new CommandContext(Dist.locate(), Clock.systemUTC(), () -> 1);
        PrintWriter nowhere = new PrintWriter(Writer.nullWriter());
        return CommandLines.create(context, nowhere, nowhere);
    }
}
