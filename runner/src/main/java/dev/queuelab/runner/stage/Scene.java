package dev.queuelab.runner.stage;

import dev.queuelab.runner.environment.Environment;
import dev.queuelab.runner.environment.Stack;
import dev.queuelab.runner.report.Narrator;
import dev.queuelab.runner.report.RunFolder;
import java.time.Clock;
import java.util.Map;

/**
 * What one play is given.
 *
 * @param seed of all random choices
 * @param overrides knobs that every consumer gets, whatever the story sets: what a control takes out
 */
public record Scene(
        Environment environment,
        Stack stack,
        RunFolder folder,
        Narrator narrator,
        long seed,
        Map<String, String> overrides,
        Clock clock) {}
