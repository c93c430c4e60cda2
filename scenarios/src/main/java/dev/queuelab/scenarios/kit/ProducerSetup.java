package dev.queuelab.scenarios.kit;

import dev.queuelab.scenarios.check.Messages;

/** A producer, as it is to be started. */
public interface ProducerSetup {

    /** Messages in one call to the queue, 1 to 10. */
    ProducerSetup batchSize(int messages);

    /** How many of the messages, chosen at random, are poison. */
    ProducerSetup poison(int messages);

    /** Runs the producer until the queue has acknowledged {@code count} messages. */
    Messages send(int count);
}
