package dev.queuelab.runner.cli;

import dev.queuelab.scenarios.kit.Scenario;
import picocli.CommandLine;

/** Sets a story's options to their defaults, as a command line without options would. */
final class Defaults {
    private Defaults() {}

    static Scenario set(Scenario scenario) {
        new CommandLine(scenario).parseArgs();
        return scenario;
    }
}
