package dev.queuelab.scenarios.kit;

import dev.queuelab.scenarios.check.Check;
import dev.queuelab.scenarios.check.Exhibit;
import dev.queuelab.scenarios.scaling.Decision;
import dev.queuelab.scenarios.scaling.Load;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * What a story acts on: one stack, emptied before the story begins, and the processes that work on it. The stage owns
 * the processes' end, time, and the random seed. What goes wrong on it other than by the story's intent, such as a
 * consumer that dies unasked or a wait that ends without what it waited for, ends the story, and cannot be judged.
 */
public interface Stage {

    /** How long a received message stays invisible: the queue's own setting. */
    Duration visibilityTimeout();

    /** How often the queue delivers a message before it is dead-lettered: the queue's own setting. */
    int maxReceiveCount();

    /** Names this run and no other; for values that must not meet those of an earlier run. */
    String runId();

    /** A file of this run, for processes to share; it need not exist. */
    Path file(String name);

    /** The lines of a file of this run; none if it does not exist. */
    List<String> lines(Path file);

    /** Random choices that follow the run's seed. */
    RandomGenerator random();

    /** A producer yet to be started. */
    ProducerSetup producer();

    /** A consumer yet to be started. */
    ConsumerSetup consumer();

    /** Purges and redrives. */
    Operator operator();

    /** A stopwatch that starts now. */
    Stopwatch stopwatch();

    /** What is on the queue now. */
    Load load();

    /** Puts a decision about the number of consumers on record; to act on it is the story's. */
    void decided(Decision decision);

    /** Waits until the queue holds nothing any more: every message was deleted or dead-lettered. */
    void awaitDrained();

    /** Sends SIGTERM to all of these, then waits for their exits, each of which must be with code 0. */
    void stop(RunningConsumer... consumers);

    /** Judges what has happened so far. */
    void check(Check... checks);

    /** Shows what has happened so far, from some side; it judges nothing. */
    void show(Exhibit... exhibits);
}
