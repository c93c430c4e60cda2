/** What became of each message of a run: built once from the histories, read by checks, reports and the load monitor. */
@NullMarked
package dev.queuelab.core.trace;

import org.jspecify.annotations.NullMarked;
