/**
 * What scenarios are written with: the stage to act on, and the controls that prove a scenario can fail.
 */
@NullMarked
package dev.queuelab.scenarios.kit;

import org.jspecify.annotations.NullMarked;
