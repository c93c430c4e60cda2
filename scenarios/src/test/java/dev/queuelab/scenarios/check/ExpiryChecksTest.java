package dev.queuelab.scenarios.check;

import static dev.queuelab.scenarios.check.JudgedRun.judged;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class ExpiryChecksTest {
    private static final Duration LIMIT = Duration.ofSeconds(4);
    private static final ExpiryChecks EXPIRY = new ExpiryChecks(evidence -> LIMIT);
    private static final Duration OLD = LIMIT.plusMillis(1);

    private final EvidenceBuilder run = new EvidenceBuilder().sent("old", "new");

    @Test
    void aStaleMessageThatWasDroppedIsAsItShouldBe() {
        run.receivedAged("old", OLD).expired("old").deleted("old");
        run.receivedAged("new", LIMIT).performed("new");

        judged(EXPIRY.staleNeverPerformed(), run).passes("of 1 older than 4.0 s");
        judged(EXPIRY.onlyStaleExpired(), run).passes("1 expired");
        judged(EXPIRY.staleAndFreshSeen(), run).passes("1 came too late, and 1 were done");
        judged(LossChecks.NOTHING_LOST, run).passes("1 were processed, 1 expired and 0 dead-lettered");
    }

    @Test
    void aStaleMessageThatWasPerformedIsFound() {
        run.receivedAged("old", OLD).performed("old");

        judged(EXPIRY.staleNeverPerformed(), run).fails("1 of 1 older than 4.0 s at delivery");
    }

    @Test
    void aMessageThatWasBegunInTimeMayBeFinishedLate() {
        run.receivedAged("old", LIMIT).performed("old");
        run.receivedAged("old", OLD).skipped("old", "old");

        judged(EXPIRY.staleNeverPerformed(), run).passes("of 0 older");
    }

    @Test
    void aMessageThatWasDroppedBeforeItsTimeIsFound() {
        run.receivedAged("new", Duration.ofSeconds(1)).expired("new");

        judged(EXPIRY.onlyStaleExpired(), run).fails("1 expired before their time: new");
    }

    @Test
    void aMessageThatNobodyReceivedCannotHaveExpired() {
        run.expired("new");

        judged(EXPIRY.onlyStaleExpired(), run).fails("1 expired before their time");
    }

    @Test
    void whereAllWereFreshOrAllStaleNothingIsProved() {
        run.receivedAged("new", LIMIT).performed("new");
        judged(EXPIRY.staleAndFreshSeen(), run).isUnknown("0 came too late");

        EvidenceBuilder allStale =
                new EvidenceBuilder().sent("old").receivedAged("old", OLD).expired("old");
        judged(EXPIRY.staleAndFreshSeen(), allStale).isUnknown("0 were done");
    }
}
