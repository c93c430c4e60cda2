package dev.queuelab.scenarios.kit;

import dev.queuelab.core.knob.Knob;

/** A consumer, as it is to be started. */
public interface ConsumerSetup {

    <T> ConsumerSetup with(Knob<T> knob, T value);

    /** Starts the consumer, which then runs beside the scenario. */
    RunningConsumer start();

    /** Runs a consumer that is set to crash, until it does. */
    default void runUntilCrash() {
        start().awaitCrash();
    }

    /** Runs a consumer until the queue is drained, then stops it. */
    default void runUntilDrained(Stage stage) {
        RunningConsumer consumer = start();
        stage.awaitDrained();
        stage.stop(consumer);
    }
}
