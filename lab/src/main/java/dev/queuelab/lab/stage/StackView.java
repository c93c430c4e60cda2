package dev.queuelab.lab.stage;

import dev.queuelab.core.aws.AwsAccess;
import dev.queuelab.core.trace.QueueSettings;
import dev.queuelab.lab.environment.EnvironmentException;
import dev.queuelab.lab.environment.RedrivePolicy;
import dev.queuelab.lab.environment.Stack;
import dev.queuelab.lab.triage.Triage;
import dev.queuelab.lab.waiting.WaitListener;
import dev.queuelab.lab.wire.RunGateway;
import dev.queuelab.scenarios.check.Depth;
import dev.queuelab.scenarios.check.StackSnapshot.DeadLetter;
import dev.queuelab.scenarios.kit.TriageRules;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** A run's stack as the runner sees it from outside: its settings, depths and tables. */
final class StackView implements AutoCloseable {
    private final AwsAccess aws;
    private final AwsAccess operator;
    private final Stack stack;
    private final boolean purgesAtOnce;
    private final QueueProbe queue;
    private final QueueProbe deadLetterQueue;
    private final TableProbe effectsTable;
    private final TableProbe statusTable;
    private final Duration visibilityTimeout;
    private final Duration settling;
    private final RedrivePolicy redrivePolicy;

    private StackView(RunContext run, AwsAccess aws, AwsAccess operator) {
        QueueProbes probes = QueueProbes.of(run.stack(), aws.sqs());
        this.aws = aws;
        this.operator = operator;
        this.stack = run.stack();
        this.purgesAtOnce = run.environment().purgesAtOnce();
        this.queue = probes.queue();
        this.deadLetterQueue = probes.deadLetterQueue();
        this.settling = run.environment().settling();
        this.effectsTable = new TableProbe(aws.dynamoDb(), run.stack().messageSideEffectsTable());
        this.statusTable = new TableProbe(aws.dynamoDb(), run.stack().messageStatusTable());
        this.visibilityTimeout = queue.visibilityTimeout();
        this.redrivePolicy = RedrivePolicy.parse(queue.redrivePolicy());
    }

    /**
     * Opens the view. The runner looks past the gateway, whose faults are not for it; purges and redrives pass it.
     *
     * @throws EnvironmentException if the stack is not complete
     */
    static StackView open(RunContext run, Optional<RunGateway> gateway) {
        AwsAccess aws = run.environment().access();
        AwsAccess operator = gateway.map(RunGateway::operatorAccess).orElse(aws);
        try {
            return new StackView(run, aws, operator);
        } catch (RuntimeException e) {
            operator.close();
            aws.close();
            throw e;
        }
    }

    /**
     * Empties both queues of what an earlier run left; returns how many messages that were. Emulators are purged as well:
     * a redrive on ElasticMQ would bring back what was received and deleted. One that refuses to be purged, since it was
     * purged a moment ago or cannot be, is empty all the same.
     */
    int removeLeftovers(WaitListener watcher) {
        int removed = QueueDrainer.remove(queue, "the queue", visibilityTimeout, settling, watcher)
                + QueueDrainer.remove(deadLetterQueue, "the dead-letter queue", visibilityTimeout, settling, watcher);
        if (purgesAtOnce) {
            purgeIfPossible(deadLetterQueue);
        }
        return removed;
    }

    private static void purgeIfPossible(QueueProbe queue) {
        try {
            queue.purge();
        } catch (StageException e) {
            // All that it held was received and deleted before.
        }
    }

    /** Asks for the queue to be purged; returns the error's code if that was refused. */
    Optional<String> purge() {
        return new QueueProbe(operator.sqs(), stack.queueUrl()).purge();
    }

    /**
     * Starts to move the dead letters back. The arguments are checked first: on some emulators a task that cannot
     * work never answers, or says that it is done.
     */
    MoveTask startRedrive() {
        if (stack.queueUrl().endsWith(".fifo")) {
            throw new StageException("stack " + stack.key()
                    + " is FIFO: emulators say that its dead letters were moved, and leave them where they are");
        }
        if (!redrivePolicy.deadLetterTargetArn().equals(stack.dlqArn())) {
            throw new EnvironmentException("the queue of stack " + stack.key() + " sends its dead letters to "
                    + redrivePolicy.deadLetterTargetArn() + ", but the outputs document names " + stack.dlqArn());
        }
        return MoveTask.start(operator.sqs(), stack.dlqArn(), queue.arn());
    }

    /** Looks past the gateway: in its record, to receive a dead letter would pass for a delivery to a consumer. */
    Triage triage(TriageRules rules) {
        return Triage.of(stack, aws, rules);
    }

    QueueSettings queueSettings() {
        return new QueueSettings(visibilityTimeout, redrivePolicy.maxReceiveCount());
    }

    Depth depth() {
        return queue.depth();
    }

    Depth deadLetterDepth() {
        return deadLetterQueue.depth();
    }

    /** What the dead-letter queue holds, left where it is. */
    List<DeadLetter> deadLetters(Depth depth) {
        return new DeadLetters(deadLetterQueue).look(depth);
    }

    /** What the external service recorded. */
    TableProbe effectsTable() {
        return effectsTable;
    }

    /** The consumers' bookkeeping. */
    TableProbe statusTable() {
        return statusTable;
    }

    @Override
    public void close() {
        operator.close();
        aws.close();
    }
}
