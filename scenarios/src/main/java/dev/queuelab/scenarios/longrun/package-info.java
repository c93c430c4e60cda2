/**
 * Scenarios that take minutes, one file each.
 */
@NullMarked
package dev.queuelab.scenarios.longrun;

import org.jspecify.annotations.NullMarked;
