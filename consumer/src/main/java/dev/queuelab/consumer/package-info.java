/**
 * The consumer: receives a message, checks whether its work was done, does it, records that it did, deletes the
 * message. {@link dev.queuelab.consumer.MessageHandler} tells the protocol, {@link
 * dev.queuelab.consumer.ReceiveLoop} what surrounds it.
 */
@NullMarked
package dev.queuelab.consumer;

import org.jspecify.annotations.NullMarked;
