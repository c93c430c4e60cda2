/**
 * What stories are told with: the stage to act on, and the controls that prove a story could fail.
 */
@NullMarked
package dev.queuelab.scenarios.kit;

import org.jspecify.annotations.NullMarked;
