package dev.queuelab.lab.validation;

import dev.queuelab.lab.environment.EnvironmentException;
import dev.queuelab.lab.environment.RedrivePolicy;
import dev.queuelab.lab.environment.Stack;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.Stream;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

/**
 * Compares a stack's two queues with what the stack was declared to be.
 *
 * @param onAws whether a silence is a finding; emulators forget some attributes
 */
record QueueInspection(Stack stack, QueueFacts queue, QueueFacts deadLetterQueue, boolean onAws) {

    /** What every scenario needs. */
    List<ValidationFinding> needed() {
        List<ValidationFinding> findings = new ArrayList<>(List.of(exists(queue), exists(deadLetterQueue)));
        if (queue.exists() && deadLetterQueue.exists()) {
            findings.add(redrive());
            findings.add(fifo(queue));
            findings.add(fifo(deadLetterQueue));
            seconds(
                            "visibility timeout",
                            QueueAttributeName.VISIBILITY_TIMEOUT,
                            stack.declared().visibilitySeconds())
                    .forEach(findings::add);
            seconds(
                            "receive wait",
                            QueueAttributeName.RECEIVE_MESSAGE_WAIT_TIME_SECONDS,
                            stack.declared().waitSeconds())
                    .forEach(findings::add);
        }
        return findings;
    }

    /** What it ought to be besides. */
    List<ValidationFinding> further() {
        return Stream.of(queue, deadLetterQueue)
                .filter(QueueFacts::exists)
                .map(this::encryption)
                .toList();
    }

    private static String subject(QueueFacts facts) {
        return "queue " + facts.name();
    }

    private static ValidationFinding exists(QueueFacts facts) {
        return facts.exists()
                ? ValidationFinding.ok(subject(facts), "exists")
                : ValidationFinding.fail(subject(facts), "does not exist, expected one");
    }

    private ValidationFinding redrive() {
        RedrivePolicy policy;
        try {
            policy = RedrivePolicy.parse(
                    queue.attribute(QueueAttributeName.REDRIVE_POLICY).orElse(""));
        } catch (EnvironmentException e) {
            return ValidationFinding.fail(subject(queue), e.getMessage() + ", expected one to " + stack.dlqArn());
        }
        int count = stack.declared().maxReceiveCount().orElse(policy.maxReceiveCount());
        return ValidationFinding.compare(
                subject(queue),
                "redrives",
                redriven(policy.deadLetterTargetArn(), policy.maxReceiveCount()),
                redriven(stack.dlqArn(), count));
    }

    private static String redriven(String arn, int count) {
        return "after " + count + " receives to " + arn;
    }

    private ValidationFinding fifo(QueueFacts facts) {
        boolean isFifo = facts.attribute(QueueAttributeName.FIFO_QUEUE)
                .filter("true"::equals)
                .isPresent();
        return ValidationFinding.compare(subject(facts), "is", kind(isFifo), kind(stack.fifo()));
    }

    private static String kind(boolean fifo) {
        return fifo ? "a FIFO queue" : "a standard queue";
    }

    private Stream<ValidationFinding> seconds(String what, QueueAttributeName attribute, OptionalInt declared) {
        String found = queue.attribute(attribute).orElse("(not reported)");
        return declared.stream()
                .mapToObj(expected -> ValidationFinding.compare(subject(queue), what, found + " s", expected + " s"));
    }

    private ValidationFinding encryption(QueueFacts facts) {
        boolean managed = facts.attribute(QueueAttributeName.SQS_MANAGED_SSE_ENABLED)
                .filter("true"::equals)
                .isPresent();
        boolean ownKey = facts.attribute(QueueAttributeName.KMS_MASTER_KEY_ID).isPresent();
        if (managed || ownKey) {
            return ValidationFinding.ok(subject(facts), "is encrypted at rest");
        }
        boolean reported =
                facts.attribute(QueueAttributeName.SQS_MANAGED_SSE_ENABLED).isPresent();
        return reported || onAws
                ? ValidationFinding.fail(subject(facts), "is not encrypted at rest, expected SSE-SQS or SSE-KMS")
                : ValidationFinding.skip(subject(facts), "encryption at rest: this endpoint does not report it");
    }
}
