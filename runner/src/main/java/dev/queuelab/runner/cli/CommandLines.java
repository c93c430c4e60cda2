package dev.queuelab.runner.cli;

import dev.queuelab.core.aws.AwsSettingsException;
import dev.queuelab.core.history.HistoryException;
import dev.queuelab.core.process.ExitCode;
import dev.queuelab.core.toolbox.Text;
import dev.queuelab.lab.environment.EnvironmentException;
import dev.queuelab.lab.process.ChildException;
import dev.queuelab.lab.runstore.NoSuchRunException;
import dev.queuelab.lab.waiting.WaitException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Configures the command line, and turns exceptions into a sentence and an exit code, for all of them. */
final class CommandLines {
    private CommandLines() {}

    /** With all commands. */
    static CommandLine create(CommandContext context, PrintWriter out, PrintWriter err) {
        return create(context, out, err, List.of());
    }

    /** With those that the arguments can be about. */
    static CommandLine create(CommandContext context, PrintWriter out, PrintWriter err, List<String> arguments) {
        CommandLine root = new CommandLine(new RunnerCommand());
        Commands commands = new Commands(context);
        commands.addTo(root, arguments);
        return root.setOut(out)
                .setErr(err)
                .setCaseInsensitiveEnumValuesAllowed(true)
                .registerConverter(Path.class, new PathOption())
                .setParameterExceptionHandler((e, args) -> {
                    commands.addAll(root); // whose names may be what was meant
                    return refuse(e);
                })
                .setExecutionExceptionHandler((e, command, parsed) -> explain(e, command));
    }

    private static int refuse(ParameterException e) {
        PrintWriter err = e.getCommandLine().getErr();
        err.println(e instanceof UnmatchedArgumentException unmatched ? describe(unmatched) : e.getMessage());
        UnmatchedArgumentException.printSuggestions(e, err);
        err.println("See " + e.getCommandLine().getCommandSpec().qualifiedName() + " --help");
        return ExitCode.USAGE;
    }

    private static String describe(UnmatchedArgumentException e) {
        String unknown = Text.printable(String.join("', '", e.getUnmatched()));
        boolean isCommand =
                e.getCommandLine().getParent() == null && e.getUnmatched().size() == 1;
        String what = e.isUnknownOption() ? "option" : isCommand ? "command or scenario" : "argument";
        return "Unknown " + what + " '" + unknown + "'";
    }

    private static int explain(Exception e, CommandLine command) {
        if (e instanceof NoSuchRunException) {
            return refuse(new ParameterException(command, String.valueOf(e.getMessage())));
        }
        if (e instanceof AwsSettingsException) {
            command.getErr().println(e.getMessage());
            return ExitCode.USAGE;
        }
        if (e instanceof EnvironmentException
                || e instanceof ChildException
                || e instanceof WaitException
                || e instanceof HistoryException
                || e instanceof UncheckedIOException) {
            command.getErr().println(e.getMessage());
        } else {
            e.printStackTrace(command.getErr());
        }
        return ExitCodes.UNJUDGED;
    }
}
