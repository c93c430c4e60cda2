/** Stops a process, or holds its call, at a point of its conversation with the services. */
@NullMarked
package dev.queuelab.gateway.breakpoint;

import org.jspecify.annotations.NullMarked;
