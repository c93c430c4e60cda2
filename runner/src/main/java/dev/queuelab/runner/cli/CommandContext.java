package dev.queuelab.runner.cli;

import dev.queuelab.lab.process.Dist;
import java.time.Clock;
import java.util.function.LongSupplier;

/**
 * What commands work with that is not theirs to make.
 *
 * @param freshSeed a seed for a run that was given none
 */
record CommandContext(Dist dist, Clock clock, LongSupplier freshSeed) {}
