package dev.queuelab.producer.cli;

import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Option;

/** The flags that say what kind of a process this is. */
final class ProcessFlags {
    @Option(
            names = "--history-path",
            paramLabel = "FILE",
            description = "A new file for the event history, one JSON line a fact (default: the variable"
                    + " HISTORY_PATH, or none).")
    private Optional<Path> historyPath = Optional.empty();

    @Option(
            names = "--process-name",
            paramLabel = "NAME",
            defaultValue = "producer",
            converter = FlagTypes.Name.class,
            description = "This process's name in its history (default: the variable PROCESS_NAME, or producer).")
    private String name = "producer";

    /** A number, for where the variable is 1 picocli would take the bare flag of a boolean for its opposite. */
    @Option(
            names = "--exit-on-stdin-eof",
            arity = "0..1",
            defaultValue = "0",
            paramLabel = "0|1",
            fallbackValue = "1",
            converter = FlagTypes.Count.class,
            description = "If non-zero, end at once when standard input ends, with the parent (default: the variable"
                    + " EXIT_ON_STDIN_EOF, or 0).")
    private long exitOnStdinEof;

    Optional<Path> historyPath() {
        return historyPath;
    }

    String name() {
        return name;
    }

    boolean exitOnStdinEof() {
        return exitOnStdinEof != 0;
    }
}
