package dev.queuelab.lab.triage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static software.amazon.awssdk.services.sqs.model.MessageSystemAttributeName.APPROXIMATE_RECEIVE_COUNT;
import static software.amazon.awssdk.services.sqs.model.MessageSystemAttributeName.AWS_TRACE_HEADER;
import static software.amazon.awssdk.services.sqs.model.MessageSystemAttributeName.MESSAGE_DEDUPLICATION_ID;
import static software.amazon.awssdk.services.sqs.model.MessageSystemAttributeName.MESSAGE_GROUP_ID;
import static software.amazon.awssdk.services.sqs.model.MessageSystemAttributeName.SENT_TIMESTAMP;

import dev.queuelab.scenarios.kit.FailureReason;
import dev.queuelab.scenarios.kit.TriageRules;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.sqs.model.MessageSystemAttributeName;
import software.amazon.awssdk.services.sqs.model.MessageSystemAttributeNameForSends;

class TriageTest {
    private static final TriageRules RULES =
            TriageRules.NONE.withPoisonMarker("POISON").withSentBefore(Instant.ofEpochMilli(1_000));
    private static final Set<FailureReason> TRANSIENT = Set.of(FailureReason.TRANSIENT);

    private final FakeDeadLetterQueue queue = new FakeDeadLetterQueue();
    private final List<Duration> pauses = new ArrayList<>();

    @Test
    void aLookFindsAllByReasonAndLeavesAllVisible() {
        mixed();

        List<TriageGroup> groups = triage("q").inspect();

        assertThat(groups)
                .extracting(TriageGroup::toString)
                .containsExactly(
                        "1 poison (received 4 times)",
                        "1 stale (received 3 times)",
                        "3 transient (received 3 to 5 times)");
        assertThat(groups.get(2).names()).containsExactly("a", "b", "m-5");
        assertThat(queue.visible()).hasSize(5);
        assertThat(queue.sent).isEmpty();
    }

    @Test
    void onlyThoseWithTheReasonGoAndTheOthersAreVisibleAtOnce() {
        mixed();

        Triage.Redriven redriven = triage("q").redrive(TRANSIENT, Triage.AS_FAST_AS_POSSIBLE);

        assertThat(redriven).isEqualTo(new Triage.Redriven(3, 2));
        assertThat(queue.sent).extracting(sent -> sent.messageBody()).containsExactly(body("a"), body("b"), "{}");
        assertThat(queue.visible()).containsExactly("m-2", "m-4");
        assertThat(pauses).isEmpty();
    }

    @Test
    void aRateIsAPauseBetweenTwo() {
        mixed();

        triage("q").redrive(TRANSIENT, 4);

        assertThat(pauses).containsExactly(Duration.ofMillis(250), Duration.ofMillis(250));
    }

    @Test
    void attributesSurvive() {
        queue.holds(body("a"), Map.of(AWS_TRACE_HEADER, "Root=1-2", MESSAGE_GROUP_ID, "tenant-1"));

        triage("q").redrive(TRANSIENT, Triage.AS_FAST_AS_POSSIBLE);

        assertThat(queue.sent).singleElement().satisfies(sent -> {
            assertThat(sent.messageAttributes()).containsEntry("tenant", FakeDeadLetterQueue.tenant("t-m-1"));
            assertThat(sent.messageSystemAttributes())
                    .containsOnlyKeys(MessageSystemAttributeNameForSends.AWS_TRACE_HEADER)
                    .allSatisfy((name, value) -> assertThat(value.stringValue()).isEqualTo("Root=1-2"));
            assertThat(sent.messageGroupId()).isEqualTo("tenant-1");
            assertThat(sent.messageDeduplicationId()).isNull();
        });
    }

    @Test
    void onAFifoQueueTheGroupSurvivesAndTheDeduplicationIdIsNew() {
        queue.holds(body("a"), Map.of(MESSAGE_GROUP_ID, "g", MESSAGE_DEDUPLICATION_ID, "first"));

        triage("q.fifo").redrive(TRANSIENT, Triage.AS_FAST_AS_POSSIBLE);

        assertThat(queue.sent).singleElement().satisfies(sent -> {
            assertThat(sent.messageGroupId()).isEqualTo("g");
            assertThat(sent.messageDeduplicationId()).isEqualTo("redrive-m-1");
        });
    }

    @Test
    void whatCannotBeSentStaysAndIsVisible() {
        mixed();
        queue.failAfter(1);

        assertThatThrownBy(() -> triage("q").redrive(TRANSIENT, Triage.AS_FAST_AS_POSSIBLE))
                .hasMessage("the queue is away");

        assertThat(queue.sent).hasSize(1);
        assertThat(queue.visible()).containsExactly("m-2", "m-3", "m-4", "m-5");
    }

    @Test
    void anEmptyQueueHasNoGroups() {
        assertThat(triage("q").inspect()).isEmpty();
    }

    private void mixed() {
        queue.holds(body("a"), received(3, 1_000))
                .holds("{\"id\":\"p\",\"marker\":\"POISON\"}", received(4, 1_000))
                .holds(body("b"), received(5, 2_000))
                .holds(body("old"), received(3, 999))
                .holds("{}", received(3, 1_000));
    }

    private static String body(String id) {
        return "{\"id\":\"" + id + "\"}";
    }

    private static Map<MessageSystemAttributeName, String> received(int times, long sentAt) {
        return Map.of(APPROXIMATE_RECEIVE_COUNT, Integer.toString(times), SENT_TIMESTAMP, Long.toString(sentAt));
    }

    private Triage triage(String queueUrl) {
        return new Triage(queue, queueUrl, "dlq", RULES, pauses::add);
    }
}
