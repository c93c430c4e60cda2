package dev.queuelab.scenarios.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.queuelab.core.history.Entry;
import dev.queuelab.core.history.Event;
import dev.queuelab.core.history.History;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class StoryTest {
    private final EvidenceBuilder run = new EvidenceBuilder().by("producer-1").sent("a", "b");

    @Test
    void anAccusationHasTheCallsOfTheMessagesThatItNamesInOrderWithTheirTimes() {
        run.by("consumer-1").received("a").deleted("a");
        run.after(Duration.ofSeconds(2)).by("consumer-2").redelivered("a");
        run.fact(new Event.DeleteStale("a", "m-a", "ReceiptHandleIsInvalid"));

        CheckOutcome outcome = LossChecks.NOTHING_LOST.evaluate(run.evidence());

        assertThat(outcome.verdict()).isEqualTo(Verdict.FAIL);
        assertThat(outcome.findings())
                .startsWith(
                        "2 of 2 lost: a, b",
                        "message a: 0.0 s producer-1 sent it, 0.0 s consumer-1 received it (delivery 1), 0.0 s consumer-1"
                                + " deleted it, 2.0 s consumer-2 received it (delivery 2), 2.0 s consumer-2 deleted it,"
                                + " refused: ReceiptHandleIsInvalid",
                        "message b: 0.0 s producer-1 sent it")
                .contains("consumer-2 deleted 1 time, and each time the receipt handle was no longer valid");
    }

    @Test
    void aConsumerThatNeverDeletesIsSaidToDoSo() {
        run.by("consumer-1").received("a").received("b");

        assertThat(Story.behind("nothing of it", run.evidence()))
                .containsExactly("consumer-1 received 2 times, and never deleted anything");
    }

    @Test
    void aDeliveryToADeadPollIsSaid() {
        run.by("runner").fact(new Event.Exited("consumer-1", 137));
        Entry unread = new Entry("consumer-1", 9, run.now(), new Event.Received("b", "m-b", 1, run.now(), null));
        run.wire(new WireEvidence(History.of(List.of(unread)), Set.of()));

        assertThat(Story.behind("nothing of it", run.evidence()))
                .containsExactly(
                        "message b was delivered 0.0 s into the run to a poll that consumer-1 had left open at its"
                                + " end, where nobody read it");
    }

    @Test
    void aCheckThatHoldsTellsNoStory() {
        run.by("consumer-1").processed("a", "b");

        assertThat(LossChecks.NOTHING_LOST.evaluate(run.evidence()).findings()).hasSize(1);
    }
}
