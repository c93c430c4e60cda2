/** Listens for calls, and forwards them to the services. */
@NullMarked
package dev.queuelab.gateway.proxy;

import org.jspecify.annotations.NullMarked;
