package dev.queuelab.scenarios.check;

import static dev.queuelab.scenarios.check.Judged.judged;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class AgesTest {
    private static final Duration LIMIT = Duration.ofSeconds(4);
    private static final Duration OLD = LIMIT.plusMillis(1);

    private final Given run = new Given().sent("old", "new");

    @Test
    void aStaleMessageThatWasDroppedIsAsItShouldBe() {
        run.receivedAged("old", OLD).expired("old").deleted("old");
        run.receivedAged("new", LIMIT).performed("new");

        judged(Ages.staleNeverPerformed(LIMIT, run.messages()), run).passes("of 1 older than 4.0 s");
        judged(Ages.onlyStaleExpired(LIMIT), run).passes("1 expired");
        judged(Ages.staleAndFreshSeen(LIMIT, run.messages()), run).passes("1 came too late, and 1 were done");
        judged(Accounts.nothingLost(run.messages()), run).passes("1 were processed, 1 expired and 0 dead-lettered");
    }

    @Test
    void aStaleMessageThatWasPerformedIsFound() {
        run.receivedAged("old", OLD).performed("old");

        judged(Ages.staleNeverPerformed(LIMIT, run.messages()), run).fails("1 of 1 older than 4.0 s at delivery");
    }

    @Test
    void aMessageThatWasBegunInTimeMayBeFinishedLate() {
        run.receivedAged("old", LIMIT).performed("old");
        run.receivedAged("old", OLD).skipped("old", "old");

        judged(Ages.staleNeverPerformed(LIMIT, run.messages()), run).passes("of 0 older");
    }

    @Test
    void aMessageThatWasDroppedBeforeItsTimeIsFound() {
        run.receivedAged("new", Duration.ofSeconds(1)).expired("new");

        judged(Ages.onlyStaleExpired(LIMIT), run).fails("1 expired before their time: new");
    }

    @Test
    void aMessageThatNobodyReceivedCannotHaveExpired() {
        run.expired("new");

        judged(Ages.onlyStaleExpired(LIMIT), run).fails("1 expired before their time");
    }

    @Test
    void whereAllWereFreshOrAllStaleNothingIsProved() {
        run.receivedAged("new", LIMIT).performed("new");
        judged(Ages.staleAndFreshSeen(LIMIT, run.messages()), run).isUnknown("0 came too late");

        Given allStale = new Given().sent("old").receivedAged("old", OLD).expired("old");
        judged(Ages.staleAndFreshSeen(LIMIT, allStale.messages()), allStale).isUnknown("0 were done");
    }
}
