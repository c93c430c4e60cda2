package dev.queuelab.scenarios.check;

import static dev.queuelab.scenarios.check.JudgedRun.judged;

import dev.queuelab.core.history.Event;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class RedriveChecksTest {
    private final EvidenceBuilder run =
            new EvidenceBuilder().sent("a", "b").received("a").received("b");

    @Test
    void messagesDeliveredAfterTheRedriveAreSeen() {
        redriven().received("a").received("b");

        judged(RedriveChecks.REDRIVEN_SEEN, run).passes("all of 2");
    }

    @Test
    void deliveriesBeforeTheRedriveDoNotCount() {
        redriven().received("a");

        judged(RedriveChecks.REDRIVEN_SEEN, run).isUnknown("1 of 2 were not delivered");
    }

    @Test
    void withoutARedriveNothingIsProved() {
        judged(RedriveChecks.REDRIVEN_SEEN, run).isUnknown("2 of 2");
        judged(RedriveChecks.NEW_MESSAGE_IDS_SEEN, run).isSkipped("keep their MessageId");
    }

    @Test
    void newMessageIdsAreSeenWhereTheQueueGivesThem() {
        redriven().received("a").fact(new Event.Received("b", "other", 1, Instant.EPOCH, null));

        judged(RedriveChecks.NEW_MESSAGE_IDS_SEEN, run).passes("1 of 2 came back under another MessageId");
    }

    @Test
    void aQueueThatKeepsMessageIdsIsReported() {
        redriven().received("a").received("b");

        judged(RedriveChecks.NEW_MESSAGE_IDS_SEEN, run).isSkipped("Amazon SQS gives them new ones");
    }

    private EvidenceBuilder redriven() {
        return run.fact(new Event.RedriveSeen("COMPLETED", 2, 2));
    }
}
