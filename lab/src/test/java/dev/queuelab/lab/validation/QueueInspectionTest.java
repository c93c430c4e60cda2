package dev.queuelab.lab.validation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.queuelab.lab.environment.Stack;
import dev.queuelab.scenarios.check.Verdict;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

class QueueInspectionTest {
    private static final String ARN = "arn:aws:sqs:us-west-1:123456789012:dlq.fifo";

    private static final Stack.Declared ALL =
            new Stack.Declared(Optional.of(true), OptionalInt.of(2), OptionalInt.of(10), OptionalInt.of(20));
    private static final Stack.Declared NOTHING =
            new Stack.Declared(Optional.empty(), OptionalInt.empty(), OptionalInt.empty(), OptionalInt.empty());

    private static final Map<QueueAttributeName, String> DLQ =
            Map.of(QueueAttributeName.FIFO_QUEUE, "true", QueueAttributeName.SQS_MANAGED_SSE_ENABLED, "true");

    private final Map<QueueAttributeName, String> queue = new HashMap<>(Map.of(
            QueueAttributeName.FIFO_QUEUE,
            "true",
            QueueAttributeName.SQS_MANAGED_SSE_ENABLED,
            "true",
            QueueAttributeName.VISIBILITY_TIMEOUT,
            "10",
            QueueAttributeName.RECEIVE_MESSAGE_WAIT_TIME_SECONDS,
            "20",
            QueueAttributeName.REDRIVE_POLICY,
            "{\"deadLetterTargetArn\":\"" + ARN + "\",\"maxReceiveCount\":\"2\"}"));

    @Test
    void queuesAsDeclaredAreAllRight() {
        assertThat(complaints(ALL, true)).isEmpty();
        assertThat(complaints(NOTHING, true)).isEmpty();
    }

    @Test
    void onAwsAQueueThatDoesNotTellOfEncryptionFails() {
        queue.remove(QueueAttributeName.SQS_MANAGED_SSE_ENABLED);

        assertThat(complaints(ALL, true))
                .containsExactly("FAIL queue q.fifo is not encrypted at rest, expected SSE-SQS or SSE-KMS");
    }

    @Test
    void anEmulatorMayNotTellOfEncryptionButMayNotDenyItEither() {
        queue.remove(QueueAttributeName.SQS_MANAGED_SSE_ENABLED);
        assertThat(complaints(ALL, false))
                .containsExactly("SKIP queue q.fifo encryption at rest: this endpoint does not report it");

        queue.put(QueueAttributeName.SQS_MANAGED_SSE_ENABLED, "false");
        assertThat(complaints(ALL, false)).singleElement().asString().startsWith("FAIL");
    }

    @Test
    void aKeyOfOnesOwnIsEncryptionToo() {
        queue.put(QueueAttributeName.SQS_MANAGED_SSE_ENABLED, "false");
        queue.put(QueueAttributeName.KMS_MASTER_KEY_ID, "alias/mine");

        assertThat(complaints(ALL, true)).isEmpty();
    }

    @Test
    void anotherCountOfReceivesIsAFailureIfOneWasDeclared() {
        queue.put(QueueAttributeName.REDRIVE_POLICY, "{\"deadLetterTargetArn\":\"" + ARN + "\",\"maxReceiveCount\":3}");

        assertThat(complaints(ALL, true))
                .containsExactly("FAIL queue q.fifo redrives after 3 receives to " + ARN
                        + ", expected after 2 receives to " + ARN);
        assertThat(complaints(NOTHING, true)).isEmpty();
    }

    @Test
    void aQueueWithoutARedrivePolicyFails() {
        queue.remove(QueueAttributeName.REDRIVE_POLICY);

        assertThat(complaints(NOTHING, true))
                .singleElement()
                .asString()
                .startsWith("FAIL queue q.fifo")
                .endsWith("expected one to " + ARN);
    }

    @Test
    void aStandardQueueInPlaceOfAFifoQueueFails() {
        queue.remove(QueueAttributeName.FIFO_QUEUE);

        assertThat(complaints(ALL, true))
                .containsExactly("FAIL queue q.fifo is a standard queue, expected a FIFO queue");
    }

    @Test
    void otherTimesThanDeclaredFail() {
        queue.put(QueueAttributeName.VISIBILITY_TIMEOUT, "30");
        queue.remove(QueueAttributeName.RECEIVE_MESSAGE_WAIT_TIME_SECONDS);

        assertThat(complaints(ALL, true))
                .containsExactly(
                        "FAIL queue q.fifo visibility timeout 30 s, expected 10 s",
                        "FAIL queue q.fifo receive wait (not reported) s, expected 20 s");
    }

    @Test
    void ofAQueueThatIsGoneNothingElseIsAsked() {
        QueueInspection inspection = new QueueInspection(
                stack(ALL), QueueFacts.none("q.fifo"), new QueueFacts("dlq.fifo", Optional.of(DLQ)), true);

        assertThat(inspection.needed())
                .containsExactly(
                        ValidationFinding.fail("queue q.fifo", "does not exist, expected one"),
                        ValidationFinding.ok("queue dlq.fifo", "exists"));
    }

    private List<String> complaints(Stack.Declared declared, boolean onAws) {
        QueueInspection inspection = new QueueInspection(
                stack(declared),
                new QueueFacts("q.fifo", Optional.of(queue)),
                new QueueFacts("dlq.fifo", Optional.of(DLQ)),
                onAws);
        List<ValidationFinding> findings = new ArrayList<>(inspection.needed());
        findings.addAll(inspection.further());
        assertThat(findings).hasSizeGreaterThanOrEqualTo(7);
        return findings.stream()
                .filter(finding -> finding.verdict() != Verdict.PASS)
                .map(finding -> finding.verdict() + " " + finding.subject() + " " + finding.text())
                .toList();
    }

    private static Stack stack(Stack.Declared declared) {
        return new Stack("q", "https://sqs/123456789012/q.fifo", ARN, Optional.empty(), "status", "effects", declared);
    }
}
