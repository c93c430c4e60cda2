/**
 * Scenarios that end in seconds, one file each.
 */
@NullMarked
package dev.queuelab.scenarios.shortrun;

import org.jspecify.annotations.NullMarked;
