package dev.queuelab.scenarios.check;

import static dev.queuelab.scenarios.check.Judged.judged;

import dev.queuelab.core.history.Event;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class RedrivesTest {
    private final Given run = new Given().sent("a", "b").received("a").received("b");

    @Test
    void messagesDeliveredAfterTheRedriveAreSeen() {
        redriven().received("a").received("b");

        judged(Redrives.deliveredAgain(run.messages()), run).passes("all of 2");
    }

    @Test
    void deliveriesBeforeTheRedriveDoNotCount() {
        redriven().received("a");

        judged(Redrives.deliveredAgain(run.messages()), run).isUnknown("1 of 2 were not delivered");
    }

    @Test
    void withoutARedriveNothingIsProved() {
        judged(Redrives.deliveredAgain(run.messages()), run).isUnknown("2 of 2");
        judged(Redrives.newMessageIds(run.messages()), run).isSkipped("keep their MessageId");
    }

    @Test
    void newMessageIdsAreSeenWhereTheQueueGivesThem() {
        redriven().received("a").fact(new Event.Received("b", "other", 1, Instant.EPOCH, null));

        judged(Redrives.newMessageIds(run.messages()), run).passes("1 of 2 came back under another MessageId");
    }

    @Test
    void whereMessagesKeepTheirIdsThatIsTold() {
        redriven().received("a").received("b");

        judged(Redrives.newMessageIds(run.messages()), run).isSkipped("Amazon SQS gives them new ones");
    }

    private Given redriven() {
        return run.fact(new Event.RedriveSeen("COMPLETED", 2, 2));
    }
}
