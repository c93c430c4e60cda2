/** {@code producer.jar}: sends synthetic messages, in batches, at a rate, some of them poison. */
@NullMarked
package dev.queuelab.producer;

import org.jspecify.annotations.NullMarked;
