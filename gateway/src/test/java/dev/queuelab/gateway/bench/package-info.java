/** What the gateway costs, measured; run by {@code make bench-gateway}. */
@NullMarked
package dev.queuelab.gateway.bench;

import org.jspecify.annotations.NullMarked;
