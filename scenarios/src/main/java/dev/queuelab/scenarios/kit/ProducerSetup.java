package dev.queuelab.scenarios.kit;

import dev.queuelab.core.payload.SchemaVersion;
import java.util.List;
import java.util.Map;

/** A producer, as it is to be started. */
public interface ProducerSetup {

    /** Messages in one call to the queue, 1 to 10. */
    ProducerSetup batchSize(int messages);

    /** How many of the messages, chosen at random, are poison. */
    ProducerSetup poison(int messages);

    /** Every {@code nth} of the messages is poison: 3 means the third, the sixth and so on. */
    ProducerSetup poisonEvery(int nth);

    /** Each message says that it is written by this version of the schema. */
    ProducerSetup schemaVersion(SchemaVersion version);

    /** All messages are poison whose bodies no consumer can decode: JSON that is cut short. */
    ProducerSetup undecodable();

    /**
     * On a FIFO queue, only messages with the same value of this field keep their order; else all of them do. On a standard
     * queue it names the tenant, by which Amazon SQS is fair.
     */
    ProducerSetup groupBy(String field);

    /** On a standard queue, this field says for how many whole seconds, 0 to 900, the queue holds a message back. */
    ProducerSetup delayBy(String field);

    /** It tries a call that fails again until it succeeds, whatever the reason, once the queue has taken a message. */
    ProducerSetup keepTrying();

    /** Starts a producer that sends so many messages a second until it is stopped, beside the scenario. */
    RunningProducer start(double messagesPerSecond);

    /** Sends a message for each of these, in this order, with these fields besides its own. */
    void send(List<Map<String, Object>> fields);

    /** Runs the producer until the queue has acknowledged {@code count} messages. */
    void send(int count);
}
