package dev.queuelab.lab.stage;

import dev.queuelab.lab.environment.Environment;
import dev.queuelab.lab.environment.Stack;
import dev.queuelab.lab.runstore.RunFolder;
import dev.queuelab.lab.runstore.RunListener;
import java.time.Clock;
import java.util.Map;

/**
 * What one run is given.
 *
 * @param seed of all random choices
 * @param overrides knobs that every consumer gets, whatever the scenario sets: what a control takes out
 */
public record RunContext(
        Environment environment,
        Stack stack,
        RunFolder folder,
        RunListener listener,
        long seed,
        Map<String, String> overrides,
        Clock clock) {}
