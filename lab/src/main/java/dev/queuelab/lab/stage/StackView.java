package dev.queuelab.lab.stage;

import dev.queuelab.core.aws.AwsAccess;
import dev.queuelab.lab.environment.EnvironmentException;
import dev.queuelab.lab.environment.RedrivePolicy;
import dev.queuelab.lab.environment.Stack;
import dev.queuelab.lab.waiting.WaitListener;
import dev.queuelab.scenarios.check.Depth;
import dev.queuelab.scenarios.check.Evidence;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/** A play's stack as the runner sees it from outside: settings, depths, and in the end the evidence. */
final class StackView implements AutoCloseable {
    private final AwsAccess aws;
    private final Stack stack;
    private final boolean purgesAtOnce;
    private final QueueProbe queue;
    private final QueueProbe deadLetterQueue;
    private final EvidenceCollector witness;
    private final Duration visibilityTimeout;
    private final Duration settling;
    private final RedrivePolicy redrivePolicy;

    private StackView(RunContext scene, AwsAccess aws) {
        QueueProbes probes = QueueProbes.of(scene.stack(), aws.sqs());
        this.aws = aws;
        this.stack = scene.stack();
        this.purgesAtOnce = scene.environment().purgesAtOnce();
        this.queue = probes.queue();
        this.deadLetterQueue = probes.deadLetterQueue();
        this.settling = scene.environment().settling();
        this.witness = new EvidenceCollector(
                scene.folder().histories(),
                queue,
                deadLetterQueue,
                new EffectsTableProbe(aws.dynamoDb(), scene.stack().messageSideEffectsTable()),
                new StatusTableProbe(aws.dynamoDb(), scene.stack().messageStatusTable()),
                settling,
                scene.narrator());
        this.visibilityTimeout = queue.visibilityTimeout();
        this.redrivePolicy = RedrivePolicy.parse(queue.redrivePolicy());
    }

    /**
     * Opens the view.
     *
     * @throws EnvironmentException if the stack is not whole
     */
    static StackView open(RunContext scene) {
        AwsAccess aws = scene.environment().access();
        try {
            return new StackView(scene, aws);
        } catch (RuntimeException e) {
            aws.close();
            throw e;
        }
    }

    /**
     * Empties both queues of what an earlier run left; returns how many messages that were. Emulators are purged as well:
     * a redrive on ElasticMQ would bring back what was received and deleted.
     */
    int removeLeftovers(WaitListener watcher) {
        int removed = QueueDrainer.remove(queue, "the queue", visibilityTimeout, settling, watcher)
                + QueueDrainer.remove(deadLetterQueue, "the dead-letter queue", visibilityTimeout, settling, watcher);
        if (purgesAtOnce) {
            deadLetterQueue.purge();
        }
        return removed;
    }

    /** Asks for the queue to be purged; returns the error's code if that was refused. */
    Optional<String> purge() {
        return queue.purge();
    }

    /**
     * Starts to move the dead letters back. The arguments are made sure of first: on some emulators a task that cannot
     * work never answers, or tells that it is done.
     */
    MoveTask startRedrive() {
        if (stack.queueUrl().endsWith(".fifo")) {
            throw new StageException("stack " + stack.key()
                    + " is FIFO: emulators tell that its dead letters were moved, and leave them where they are");
        }
        if (!redrivePolicy.deadLetterTargetArn().equals(stack.dlqArn())) {
            throw new EnvironmentException("the queue of stack " + stack.key() + " sends its dead letters to "
                    + redrivePolicy.deadLetterTargetArn() + ", but the outputs document names " + stack.dlqArn());
        }
        return MoveTask.start(aws.sqs(), stack.dlqArn(), queue.arn());
    }

    Duration visibilityTimeout() {
        return visibilityTimeout;
    }

    int maxReceiveCount() {
        return redrivePolicy.maxReceiveCount();
    }

    Depth depth() {
        return queue.depth();
    }

    Depth deadLetterDepth() {
        return deadLetterQueue.depth();
    }

    /** @param silent consumers that kept no history */
    Evidence evidence(Set<String> silent) {
        return witness.evidence(silent);
    }

    @Override
    public void close() {
        aws.close();
    }
}
