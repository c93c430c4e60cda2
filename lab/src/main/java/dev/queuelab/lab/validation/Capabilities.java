package dev.queuelab.lab.validation;

import dev.queuelab.core.aws.ErrorCodes;
import dev.queuelab.lab.environment.EnvironmentException;
import dev.queuelab.lab.waiting.WaitException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.sqs.SqsClient;

/**
 * In what an emulator differs from Amazon SQS, where scenarios would notice. Each is tried, on queues of its own; what
 * SQS does stands in its documentation (GetQueueAttributes, PurgeQueue, DeleteMessage, "Configure a dead-letter queue
 * redrive").
 */
final class Capabilities {
    private static final String SUBJECT = "endpoint";
    private static final String KEEPS_FIFO_ORDER =
            "keeps the order within a FIFO group when a consumer dies with messages in hand";

    private Capabilities() {}

    /** Something that Amazon SQS does, and a try that shows whether it is done here. */
    private interface Probe {
        boolean isDone(ScratchQueues queues);
    }

    private static final Map<String, Probe> PROBES = new LinkedHashMap<>();

    static {
        PROBES.put("gives messages a new id when they are redriven", ScratchQueues::redriveGivesNewIds);
        PROBES.put(KEEPS_FIFO_ORDER, Capabilities::keepsFifoOrder);
        PROBES.put("refuses a second purge within a minute", ScratchQueues::refusesSecondPurge);
        PROBES.put("accepts the deletion of a message that is gone", ScratchQueues::acceptsDeletionOfGoneMessage);
        PROBES.put("keeps a retention period, after which messages expire", ScratchQueues::keepsRetention);
        PROBES.put("keeps a dead-letter queue to its own source", ScratchQueues::keepsRedriveAllowPolicy);
        PROBES.put("reports encryption at rest", ScratchQueues::reportsEncryption);
    }

    private static boolean keepsFifoOrder(ScratchQueues queues) {
        try (ScratchFifoQueue queue = queues.fifo()) {
            return queue.keepsOrderAfterADeath();
        }
    }

    /**
     * Makes sure that a FIFO queue of this endpoint keeps its promise, without which no consumer can keep an order.
     *
     * @throws EnvironmentException if it does not, with what it did instead, or if it cannot be tried
     */
    static void requireFifoOrder(SqsClient sqs) {
        List<String> delivered = deliveredAfterADeath(sqs);
        if (!delivered.equals(ScratchFifoQueue.SENT)) {
            throw new EnvironmentException("this endpoint does not keep the order within a FIFO group, so nothing that"
                    + " needs it can be judged here: a consumer received the first two of "
                    + String.join(", ", ScratchFifoQueue.SENT) + " and died, and the next one was given "
                    + String.join(", ", delivered));
        }
    }

    private static List<String> deliveredAfterADeath(SqsClient sqs) {
        try (ScratchFifoQueue queue = ScratchFifoQueue.make(sqs)) {
            return queue.deliveredAfterADeath();
        } catch (SdkException | WaitException e) {
            throw new EnvironmentException(
                    "it could not be tried whether this endpoint keeps the order within a FIFO group, which is judged"
                            + " here: " + e.getMessage(),
                    e);
        }
    }

    static List<ValidationFinding> of(SqsClient sqs) {
        List<ValidationFinding> findings = new ArrayList<>();
        try (ScratchQueues queues = ScratchQueues.make(sqs)) {
            PROBES.forEach((what, probe) -> findings.add(tried(what, probe, queues)));
        }
        return findings;
    }

    private static ValidationFinding tried(String what, Probe probe, ScratchQueues queues) {
        try {
            return probe.isDone(queues)
                    ? ValidationFinding.ok(SUBJECT, what)
                    : ValidationFinding.skip(SUBJECT, "differs from Amazon SQS, which " + what);
        } catch (SdkException e) {
            boolean lacking = ErrorCodes.isUnsupported(e) || ErrorCodes.isServerError(e);
            return ValidationFinding.skip(
                    SUBJECT,
                    lacking
                            ? "differs from Amazon SQS, which " + what + ": this endpoint answers with "
                                    + e.getMessage()
                            : "not known whether it " + what + ": " + e.getMessage());
        } catch (WaitException e) {
            return ValidationFinding.skip(SUBJECT, "not known whether it " + what + ": " + e.getMessage());
        }
    }
}
