package dev.queuelab.runner.cli;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** How many runs of a suite go on side by side. */
final class JobsOption {
    /** Most of a run is waiting for a visibility timeout, so that several share a processor. */
    private static final int ON_EACH_PROCESSOR = 2;

    @Option(
            names = "--jobs",
            paramLabel = "N",
            converter = NumberOption.Jobs.class,
            description = {
                "how many scenarios to run side by side, at least 1 (default: twice the number of processors);",
                "those that share a stack still take turns; with 1 they run in the order given"
            })
    private @Nullable Integer jobs;

    int get() {
        return jobs == null ? ON_EACH_PROCESSOR * Runtime.getRuntime().availableProcessors() : jobs;
    }
}
