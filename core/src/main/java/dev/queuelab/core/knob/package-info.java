/** Knobs: the environment variables that set a consumer's behaviour, protections and failures. */
@NullMarked
package dev.queuelab.core.knob;

import org.jspecify.annotations.NullMarked;
