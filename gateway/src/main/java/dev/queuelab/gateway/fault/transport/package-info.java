/** Faults of the connection, and of any service. */
@NullMarked
package dev.queuelab.gateway.fault.transport;

import org.jspecify.annotations.NullMarked;
