package dev.queuelab.runner.cli;

import dev.queuelab.scenarios.kit.Scenario;
import java.util.List;
import picocli.CommandLine;

/** Sets a story's options, as a command line would: to what is given, and else to their defaults. */
final class Defaults {
    private Defaults() {}

    static Scenario set(Scenario scenario, List<String> options) {
        new CommandLine(scenario).parseArgs(options.toArray(String[]::new));
        return scenario;
    }
}
