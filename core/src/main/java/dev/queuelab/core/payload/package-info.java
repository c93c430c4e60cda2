/** The message payload: JSON in the body of a queue message. */
@NullMarked
package dev.queuelab.core.payload;

import org.jspecify.annotations.NullMarked;
