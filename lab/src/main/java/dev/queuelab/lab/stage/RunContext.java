package dev.queuelab.lab.stage;

import dev.queuelab.lab.environment.Environment;
import dev.queuelab.lab.environment.Stack;
import dev.queuelab.lab.runstore.RunListener;
import dev.queuelab.lab.runstore.RunFolder;
import java.time.Clock;
import java.util.Map;

/**
 * What one play is given.
 *
 * @param seed of all random choices
 * @param overrides knobs that every consumer gets, whatever the story sets: what a control takes out
 */
public record RunContext(
        Environment environment,
        Stack stack,
        RunFolder folder,
        RunListener narrator,
        long seed,
        Map<String, String> overrides,
        Clock clock) {}
