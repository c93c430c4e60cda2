/** A run as its folder tells it, however the run ended. */
@NullMarked
package dev.queuelab.runner.report.stored;

import org.jspecify.annotations.NullMarked;
