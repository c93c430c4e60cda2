/** What the gateway records of each call. */
@NullMarked
package dev.queuelab.gateway.history;

import org.jspecify.annotations.NullMarked;
