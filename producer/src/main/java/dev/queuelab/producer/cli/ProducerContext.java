package dev.queuelab.producer.cli;

import dev.queuelab.core.history.Recorder;
import dev.queuelab.producer.sending.StoppableClock;
import java.util.Map;
import java.util.function.Supplier;
import software.amazon.awssdk.retries.api.BackoffStrategy;
import software.amazon.awssdk.services.sqs.SqsClient;

/**
 * What a run touches outside itself; tests bring their own.
 *
 * @param sqs must not try failed calls again by itself
 * @param calls requests so far, by service and operation
 */
record ProducerContext(
        SqsClient sqs,
        Supplier<Map<String, Long>> calls,
        BackoffStrategy backoff,
        Recorder history,
        StoppableClock clock,
        boolean terminal) {

    /** Opens the world that the flags describe. */
    @FunctionalInterface
    interface Opener {

        /**
         * Called once, when all flags have been read.
         *
         * @throws BadFlagException if there is no such world
         */
        ProducerContext open(QueueFlags queue, ProcessFlags process);
    }
}
