package dev.queuelab.scenarios.cases;

import static dev.queuelab.scenarios.cases.ConformanceCase.library;

import dev.queuelab.scenarios.check.BrokenCallChecks;
import dev.queuelab.scenarios.check.DeliveryChecks;
import dev.queuelab.scenarios.check.EffectChecks;
import dev.queuelab.scenarios.check.HeartbeatChecks;
import dev.queuelab.scenarios.check.LivenessChecks;
import dev.queuelab.scenarios.check.LossChecks;
import dev.queuelab.scenarios.check.QueueChecks;
import java.util.List;

/** What a library answers for, in scenarios that are played for our own consumer, too. */
final class LibraryCases {
    private LibraryCases() {}

    static List<ConformanceCase> all() {
        return List.of(
                library(
                                "acknowledgement/not-before-the-work",
                                "A message is deleted only once its work is done: one whose consumer dies comes back.",
                                Severity.LOSS,
                                Sources.VISIBILITY)
                        .judgedIn("crash", LossChecks.NOTHING_LOST),
                library(
                                "acknowledgement/death-at-any-call",
                                "A consumer that is killed before or after any of its calls loses no message.",
                                Severity.LOSS,
                                Sources.STANDARD_QUEUES)
                        .judgedIn(
                                "crash-points",
                                LossChecks.NOTHING_LOST,
                                BrokenCallChecks.DELIVERED_AGAIN_IF_NOT_DELETED),
                library(
                                "acknowledgement/lost-reply",
                                "A reply that is lost on its way, to any call, loses no message and dead-letters none.",
                                Severity.LOSS,
                                Sources.READ_TIMEOUT)
                        .judgedIn("dup-lost-reply", LossChecks.NOTHING_LOST, QueueChecks.NOTHING_DEAD_LETTERED),
                library(
                                "acknowledgement/copy-after-deletion",
                                "A copy of a message that comes after its deletion is deleted as well.",
                                Severity.DEAD_LETTER,
                                Sources.DELETE_MESSAGE)
                        .judgedIn("dup-after-delete", QueueChecks.DRAINED, QueueChecks.NOTHING_DEAD_LETTERED),
                library(
                                "visibility/work-outlives-the-timeout",
                                "Work that takes longer than the visibility timeout loses and dead-letters no message.",
                                Severity.LOSS,
                                Sources.VISIBILITY)
                        .judgedIn("dup", LossChecks.NOTHING_LOST, QueueChecks.NOTHING_DEAD_LETTERED),
                library(
                                "handles/late-deletion",
                                "A deletion by a receipt handle that is no longer valid ends neither the process nor"
                                        + " its receiving.",
                                Severity.DUPLICATE,
                                Sources.HANDLE_EXPIRED)
                        .judgedIn("dup", QueueChecks.DRAINED, LivenessChecks.STAYED_UP, LivenessChecks.KEPT_RECEIVING),
                library(
                                "visibility/heartbeat-keeps-the-message",
                                "While work goes on, a heartbeat keeps its messages from other consumers.",
                                Severity.DUPLICATE,
                                Sources.VISIBILITY)
                        .judgedIn("dup-heartbeat", HeartbeatChecks.NOT_REDELIVERED),
                library(
                                "visibility/heartbeat-ends-with-the-process",
                                "After a consumer's death its messages come back within a visibility timeout.",
                                Severity.DELAY,
                                Sources.VISIBILITY)
                        .judgedIn("dup-heartbeat", HeartbeatChecks.BACK_AFTER_DEATH),
                library(
                                "visibility/heartbeat-stops-after-deletion",
                                "No message is extended that the consumer has deleted or handed back.",
                                Severity.UNCLEAN,
                                Sources.HEARTBEAT_AFTER_DELETION)
                        .judgedIn("dup-heartbeat", HeartbeatChecks.NOT_EXTENDED_AFTERWARDS),
                library(
                                "visibility/back-in-time-after-a-death",
                                "What a killed consumer had in hand is with another one soon after its visibility"
                                        + " timeout.",
                                Severity.DELAY,
                                Sources.VISIBILITY)
                        .judgedIn("crash-points", BrokenCallChecks.RECOVERED_IN_TIME),
                library(
                                "shutdown/finishes-work-in-hand",
                                "Work that was begun when SIGTERM came is finished, and its message deleted; what was"
                                        + " only received is finished or handed back.",
                                Severity.DUPLICATE,
                                Sources.SHUTDOWN_IN_FLIGHT)
                        .judgedIn("dup-graceful-shutdown", List.of("work in hand finished")),
                library(
                                "shutdown/begins-no-other",
                                "After SIGTERM no other message is begun; one that still comes is handed back.",
                                Severity.DELAY,
                                Sources.SHUTDOWN_STILL_RECEIVES)
                        .judgedIn("dup-graceful-shutdown", List.of("others untouched")),
                library(
                                "shutdown/exits-with-zero",
                                "A consumer with work in hand ends by itself after SIGTERM, with exit code 0.",
                                Severity.UNCLEAN,
                                Sources.SHUTDOWN_CALLBACK)
                        .judgedIn("dup-graceful-shutdown", List.of("exited with 0")),
                library(
                                "batches/poison-takes-no-other",
                                "A message that fails in a batch takes none of the others with it.",
                                Severity.DUPLICATE,
                                Sources.DELETE_BATCH)
                        .judgedIn(
                                "poison-partial-batch",
                                DeliveryChecks.GOOD_DELETED_AT_FIRST_SIGHT,
                                QueueChecks.ONLY_POISON_DEAD_LETTERED),
                library(
                                "dead-letters/poison-at-the-limit",
                                "A message that is always rejected is tried as often as maxReceiveCount allows, and"
                                        + " then dead-lettered.",
                                Severity.LOSS,
                                Sources.DEAD_LETTER_QUEUES)
                        .judgedIn("poison", DeliveryChecks.DEAD_LETTERED_AT_THE_LIMIT, LossChecks.NOTHING_LOST),
                library(
                                "dead-letters/poison-in-a-batch",
                                "Poison that is received together with others is tried as often as any, and then"
                                        + " dead-lettered.",
                                Severity.LOSS,
                                Sources.DEAD_LETTER_QUEUES)
                        .judgedIn(
                                "poison-partial-batch",
                                DeliveryChecks.DEAD_LETTERED_AT_THE_LIMIT,
                                LossChecks.NOTHING_LOST),
                library(
                                "dead-letters/only-poison",
                                "What is rejected ends in the dead-letter queue, and nothing else does.",
                                Severity.DEAD_LETTER,
                                Sources.DEAD_LETTER_QUEUES)
                        .judgedIn("poison", QueueChecks.ONLY_POISON_DEAD_LETTERED),
                library(
                                "dead-letters/redriven",
                                "Dead letters that are moved back are received, processed and deleted.",
                                Severity.LOSS,
                                Sources.REDRIVE)
                        .judgedIn("dlq-redrive", LossChecks.NOTHING_LOST, QueueChecks.NOTHING_DEAD_LETTERED),
                library(
                                "fifo/order-with-several-consumers",
                                "With several consumers, the work of a message group is done in the order of sending.",
                                Severity.DISORDER,
                                Sources.FIFO)
                        .judgedIn("fifo-order", List.of("order kept")),
                library(
                                "fifo/order-after-a-death",
                                "The order within a group is kept when a consumer is killed at work.",
                                Severity.DISORDER,
                                Sources.FIFO_AFTER_ERROR)
                        .judgedIn("fifo-order", List.of("order kept after a kill")),
                library(
                                "fifo/each-once",
                                "No message of a group has a second effect, also when a consumer is killed at work.",
                                Severity.DUPLICATE,
                                Sources.FIFO)
                        .at(Level.EFFECTS)
                        .judgedIn(
                                "fifo-order", List.of("each effect logged once", EffectChecks.PERFORMED_ONCE.name())));
    }
}
