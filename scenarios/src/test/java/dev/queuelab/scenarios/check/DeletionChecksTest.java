package dev.queuelab.scenarios.check;

import static dev.queuelab.scenarios.check.JudgedRun.judged;

import dev.queuelab.core.history.History;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class DeletionChecksTest {

    private static EvidenceBuilder seen(String operation, boolean ok, boolean broken) {
        WireCall call = new WireCall(
                "consumer-1",
                WireCall.SQS,
                operation,
                Set.of("a"),
                Instant.EPOCH,
                Optional.of(Instant.EPOCH),
                ok,
                Optional.empty(),
                broken ? List.of("batch-entries-failed") : List.of());
        return new EvidenceBuilder().wire(new WireEvidence(History.of(List.of()), Set.of(), List.of(call)));
    }

    @Test
    void aBatchThatWasDoneInPartHasTheStatus200AndMetAFault() {
        judged(DeletionChecks.PARTLY_FAILED_SEEN, seen("DeleteMessageBatch", true, true))
                .passes("of 1 batch deletions 1 were done in part");
    }

    @Test
    void nothingElseIsOne() {
        judged(DeletionChecks.PARTLY_FAILED_SEEN, seen("DeleteMessageBatch", true, false))
                .isUnknown("of 1 batch deletions 0");
        judged(DeletionChecks.PARTLY_FAILED_SEEN, seen("DeleteMessageBatch", false, true))
                .isUnknown("of 1 batch deletions 0");
        judged(DeletionChecks.PARTLY_FAILED_SEEN, seen("DeleteMessage", true, true))
                .isUnknown("of 0 batch deletions 0");
    }
}
