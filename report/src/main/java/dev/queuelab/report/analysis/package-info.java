/** What a run's record comes to: timelines of processes, depths, rates, ages, counts and cost. Pure functions. */
@NullMarked
package dev.queuelab.report.analysis;

import org.jspecify.annotations.NullMarked;
