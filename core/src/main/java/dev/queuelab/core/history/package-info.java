/** The event history: facts that a process records about itself, one JSON line each. */
@NullMarked
package dev.queuelab.core.history;

import org.jspecify.annotations.NullMarked;
