package dev.queuelab.runner.stage;

import dev.queuelab.core.aws.AwsAccess;
import dev.queuelab.runner.environment.EnvironmentException;
import dev.queuelab.runner.environment.RedrivePolicy;
import dev.queuelab.scenarios.check.Depth;
import dev.queuelab.scenarios.check.Evidence;
import java.time.Duration;

/** A play's stack as the runner sees it from outside: settings, depths, and in the end the evidence. */
final class StackView implements AutoCloseable {
    private final AwsAccess aws;
    private final QueueProbe queue;
    private final QueueProbe deadLetterQueue;
    private final Witness witness;
    private final Duration visibilityTimeout;
    private final int maxReceiveCount;

    private StackView(Scene scene, AwsAccess aws) {
        QueueProbes probes = QueueProbes.of(scene.stack(), aws.sqs());
        this.aws = aws;
        this.queue = probes.queue();
        this.deadLetterQueue = probes.deadLetterQueue();
        this.witness = new Witness(
                scene.folder().histories(),
                queue,
                deadLetterQueue,
                new EffectsProbe(aws.dynamoDb(), scene.stack().messageSideEffectsTable()));
        this.visibilityTimeout = queue.visibilityTimeout();
        this.maxReceiveCount = RedrivePolicy.parse(queue.redrivePolicy()).maxReceiveCount();
    }

    /**
     * Opens the view.
     *
     * @throws EnvironmentException if the stack is not whole
     */
    static StackView open(Scene scene) {
        AwsAccess aws = scene.environment().access();
        try {
            return new StackView(scene, aws);
        } catch (RuntimeException e) {
            aws.close();
            throw e;
        }
    }

    /** Empties both queues of what an earlier run left; returns how many messages that were. */
    int removeLeftovers() {
        return Leftovers.remove(queue, "the queue", visibilityTimeout)
                + Leftovers.remove(deadLetterQueue, "the dead-letter queue", visibilityTimeout);
    }

    Duration visibilityTimeout() {
        return visibilityTimeout;
    }

    int maxReceiveCount() {
        return maxReceiveCount;
    }

    Depth depth() {
        return queue.depth();
    }

    Depth deadLetterDepth() {
        return deadLetterQueue.depth();
    }

    Evidence evidence() {
        return witness.evidence();
    }

    @Override
    public void close() {
        aws.close();
    }
}
