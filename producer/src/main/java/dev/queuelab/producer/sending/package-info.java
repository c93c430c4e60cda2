/** How messages reach the queue: batches, rate, retries and counts. */
@NullMarked
package dev.queuelab.producer.sending;

import org.jspecify.annotations.NullMarked;
