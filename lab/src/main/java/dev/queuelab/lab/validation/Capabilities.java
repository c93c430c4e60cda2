package dev.queuelab.lab.validation;

import dev.queuelab.lab.waiting.WaitException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.sqs.SqsClient;

/**
 * In what an emulator differs from Amazon SQS, where stories would notice. Each is tried, on queues of its own; what
 * SQS does stands in its documentation (GetQueueAttributes, PurgeQueue, DeleteMessage, "Configure a dead-letter queue
 * redrive").
 */
final class Capabilities {
    private static final String SUBJECT = "endpoint";

    private Capabilities() {}

    /** Something that Amazon SQS does, and a try that shows whether it is done here. */
    private interface Probe {
        boolean isDone(ScratchQueues queues);
    }

    private static final Map<String, Probe> PROBES = new LinkedHashMap<>();

    static {
        PROBES.put("gives messages a new id when they are redriven", ScratchQueues::redriveGivesNewIds);
        PROBES.put("refuses a second purge within a minute", ScratchQueues::refusesSecondPurge);
        PROBES.put("accepts the deletion of a message that is gone", ScratchQueues::acceptsDeletionOfGoneMessage);
        PROBES.put("keeps a retention period, after which messages expire", ScratchQueues::keepsRetention);
        PROBES.put("keeps a dead-letter queue to its own source", ScratchQueues::keepsRedriveAllowPolicy);
        PROBES.put("reports encryption at rest", ScratchQueues::reportsEncryption);
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
        } catch (SdkException | WaitException e) {
            return ValidationFinding.skip(SUBJECT, "not known whether it " + what + ": " + e.getMessage());
        }
    }
}
