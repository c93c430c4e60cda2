/**
 * Checks: pure functions over what was recorded and what is left at the end.
 */
@NullMarked
package dev.queuelab.scenarios.check;

import org.jspecify.annotations.NullMarked;
