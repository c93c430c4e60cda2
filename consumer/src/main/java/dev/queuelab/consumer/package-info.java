/**
 * The consumer: receives a message, checks whether its work was done, does it, records that it did, deletes the
 * message. Begin with {@link dev.queuelab.consumer.MessageHandler}, which is the protocol, and {@link
 * dev.queuelab.consumer.ReceiveLoop}, which calls it.
 */
@NullMarked
package dev.queuelab.consumer;

import org.jspecify.annotations.NullMarked;
