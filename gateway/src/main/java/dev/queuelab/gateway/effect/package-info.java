/** The gateway's own external service: effects asked for by HTTP, with idempotency keys. */
@NullMarked
package dev.queuelab.gateway.effect;

import org.jspecify.annotations.NullMarked;
