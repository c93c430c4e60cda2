package dev.queuelab.producer.cli;

import dev.queuelab.core.history.HistoryException;
import dev.queuelab.producer.sending.SendOutcome;
import java.io.PrintWriter;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/** Turns what went wrong into a sentence and an exit code. */
final class CommandErrors implements IParameterExceptionHandler, IExecutionExceptionHandler {
    private static final Logger LOG = LoggerFactory.getLogger(CommandErrors.class);

    @Override
    public int handleParseException(ParameterException wrong, String[] args) {
        PrintWriter err = wrong.getCommandLine().getErr();
        err.println(wrong.getMessage());
        UnmatchedArgumentException.printSuggestions(wrong, err);
        err.println("--help lists the flags");
        return CommandLine.ExitCode.USAGE;
    }

    /** With a history that cannot be written the run must take no further step; anything else is our mistake. */
    @Override
    public int handleExecutionException(Exception wrong, CommandLine commandLine, ParseResult parsed) {
        if (wrong instanceof HistoryException) {
            commandLine.getErr().println(wrong.getMessage());
        } else {
            LOG.error("a defect of the producer", wrong);
        }
        return SendOutcome.SOME_NOT_SENT;
    }
}
