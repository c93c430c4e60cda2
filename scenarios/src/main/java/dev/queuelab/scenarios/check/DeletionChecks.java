package dev.queuelab.scenarios.check;

import java.util.List;

/** Checks of deletions by batches, as the gateway saw them. */
public final class DeletionChecks {
    public static final Precondition PARTLY_FAILED_SEEN = new Precondition(
            "partial failure seen",
            "The failure came about: a batch deletion was answered with 200, and some of its entries had failed.",
            DeletionChecks::partlyFailedSeen);

    private DeletionChecks() {}

    private static Finding partlyFailedSeen(Evidence evidence) {
        List<WireCall> batches = evidence.wire().map(WireEvidence::calls).orElse(List.of()).stream()
                .filter(call -> call.operation().equals("DeleteMessageBatch"))
                .toList();
        long failed =
                batches.stream().filter(call -> call.ok() && call.isBroken()).count();
        return Finding.that(failed > 0, "of " + batches.size() + " batch deletions " + failed + " were done in part");
    }
}
