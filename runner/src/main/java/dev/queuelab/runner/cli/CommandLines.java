package dev.queuelab.runner.cli;

import dev.queuelab.core.history.HistoryException;
import dev.queuelab.core.process.ExitCode;
import dev.queuelab.lab.environment.EnvironmentException;
import dev.queuelab.lab.process.ChildException;
import dev.queuelab.lab.runstore.NoSuchRunException;
import dev.queuelab.lab.waiting.WaitException;
import dev.queuelab.scenarios.kit.Catalogue;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Puts the commands together, and turns exceptions into a sentence and an exit code, for all of them. */
final class CommandLines {
    private CommandLines() {}

    static CommandLine create(CommandContext lab, PrintWriter out, PrintWriter err) {
        CommandLine root = new CommandLine(new RunnerCommand());
        root.addSubcommand("run", new RunCommand(lab));
        root.addSubcommand("controls", new ControlsCommand(lab));
        root.addSubcommand("conformance", new ConformanceCommand(lab));
        root.addSubcommand("validate", new ValidateCommand(lab));
        root.addSubcommand("sandbox", new SandboxCommand(lab));
        root.addSubcommand("report", new ReportCommand());
        root.addSubcommand("check", new CheckCommand());
        root.addSubcommand("history", new HistoryCommand());
        root.addSubcommand("warm-up", new WarmUpCommand(lab));
        Catalogue.all().forEach(entry -> root.addSubcommand(entry.name(), ScenarioCommand.commandLine(entry, lab)));
        return root.setOut(out)
                .setErr(err)
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setParameterExceptionHandler((e, args) -> refuse(e))
                .setExecutionExceptionHandler((e, command, parsed) -> explain(e, command));
    }

    private static int refuse(ParameterException e) {
        PrintWriter err = e.getCommandLine().getErr();
        err.println(e instanceof UnmatchedArgumentException unmatched ? told(unmatched) : e.getMessage());
        UnmatchedArgumentException.printSuggestions(e, err);
        err.println("(" + e.getCommandLine().getCommandSpec().qualifiedName() + " --help tells more)");
        return ExitCode.USAGE;
    }

    private static String told(UnmatchedArgumentException e) {
        String unknown = String.join("', '", e.getUnmatched());
        return e.isUnknownOption() ? "Unknown option: '" + unknown + "'" : "Not known here: '" + unknown + "'";
    }

    private static int explain(Exception e, CommandLine command) {
        if (e instanceof NoSuchRunException) {
            return refuse(new ParameterException(command, String.valueOf(e.getMessage())));
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
