/** Faults of an external service that is called by HTTP. */
@NullMarked
package dev.queuelab.gateway.fault.effect;

import org.jspecify.annotations.NullMarked;
