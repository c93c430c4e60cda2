package dev.queuelab.scenarios.kit;

import dev.queuelab.core.trace.QueueSettings;
import dev.queuelab.scenarios.scaling.Decision;
import dev.queuelab.scenarios.scaling.Load;
import java.nio.file.Path;
import java.util.random.RandomGenerator;

/**
 * What a scenario acts on: one stack, emptied before the play begins, and the processes that work on it. The stage owns
 * the processes' end, time, and the random seed. What goes wrong on it other than as the scenario intends, such as a
 * consumer that dies unasked or a wait that ends in vain, ends the play, and the run cannot be judged.
 */
public interface Stage {

    /** The queue's own settings. */
    QueueSettings queue();

    /** Names this run and no other; for values that must not meet those of an earlier run. */
    String runId();

    /** A file for this run's processes to share; checks read its lines. It need not exist. */
    Path file(String name);

    /** Random choices that follow the run's seed. */
    RandomGenerator random();

    /** A producer yet to be started. */
    ProducerSetup producer();

    /** A producer yet to be started, whose messages checks find by this label; unique among the play's producers. */
    ProducerSetup producer(String label);

    /** A consumer yet to be started. */
    ConsumerSetup consumer();

    /** A consumer yet to be started, which checks find by this label; unique among the play's consumers. */
    ConsumerSetup consumer(String label);

    /** Purges and redrives. */
    Operator operator();

    /**
     * From now on the gateway breaks calls, until the outage is ended. It is recorded, so that checks know when it was.
     * A scenario that asks for this needs the gateway: see {@link Scenario#needsGateway()}.
     *
     * @param name what happens, in words; once in a play
     * @param faults rules of the gateway, as its options have them
     */
    RunningOutage outage(String name, String... faults);

    /** A stopwatch that starts now. */
    Stopwatch stopwatch();

    /** What is on the queue now. */
    Load load();

    /** Records a decision about the number of consumers; the scenario acts on it. */
    void decided(Decision decision);

    /** Waits until the queue holds nothing any more: every message was deleted or dead-lettered. */
    void awaitDrained();

    /** Sends SIGTERM to all of these, then waits for their exits, each of which must be with code 0. */
    void stop(RunningConsumer... consumers);
}
