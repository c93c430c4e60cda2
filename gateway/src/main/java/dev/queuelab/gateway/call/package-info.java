/** One call and its reply, as they are on the wire. */
@NullMarked
package dev.queuelab.gateway.call;

import org.jspecify.annotations.NullMarked;
