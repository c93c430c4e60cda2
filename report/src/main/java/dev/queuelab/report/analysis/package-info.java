/** What a run's facts come to: lives of messages, lanes of processes, depths, rates and cost. Pure functions. */
@NullMarked
package dev.queuelab.report.analysis;

import org.jspecify.annotations.NullMarked;
