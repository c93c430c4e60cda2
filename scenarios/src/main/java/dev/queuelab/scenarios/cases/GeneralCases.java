package dev.queuelab.scenarios.cases;

import static dev.queuelab.scenarios.cases.ConformanceCase.application;
import static dev.queuelab.scenarios.cases.ConformanceCase.library;

import dev.queuelab.scenarios.check.EffectChecks;
import dev.queuelab.scenarios.check.LivenessChecks;
import dev.queuelab.scenarios.check.LossChecks;
import dev.queuelab.scenarios.check.QueueChecks;
import dev.queuelab.scenarios.check.ShutdownChecks;
import dev.queuelab.scenarios.check.WireChecks;
import java.util.List;

/** Cases that every play judges, whatever it is about. */
final class GeneralCases {
    private GeneralCases() {}

    static List<ConformanceCase> all() {
        return List.of(
                library(
                                "liveness/stays-up",
                                "A consumer that has received a message never ends by itself.",
                                Severity.STALL,
                                Sources.HANDLE_EXPIRED)
                        .judgedEverywhere(LivenessChecks.STAYED_UP),
                library(
                                "liveness/keeps-receiving",
                                "While messages wait, a consumer that runs asks for the next.",
                                Severity.STALL,
                                Sources.STOPPED_SILENTLY)
                        .judgedEverywhere(LivenessChecks.KEPT_RECEIVING),
                library(
                                "acknowledgement/nothing-lost",
                                "Whatever happens, every message is processed or dead-lettered.",
                                Severity.LOSS,
                                Sources.STANDARD_QUEUES)
                        .judgedEverywhere(LossChecks.NOTHING_LOST),
                library(
                                "acknowledgement/processed-is-deleted",
                                "Every message that was processed is deleted, so that the queue is empty in the end.",
                                Severity.DUPLICATE,
                                Sources.DELETE_MESSAGE)
                        .judgedEverywhere(QueueChecks.DRAINED, LossChecks.NOTHING_UNEXPECTED),
                library(
                                "dead-letters/no-good-message",
                                "No message that can be processed is dead-lettered.",
                                Severity.DEAD_LETTER,
                                Sources.DEAD_LETTER_QUEUES)
                        .judgedEverywhere(QueueChecks.NOTHING_DEAD_LETTERED, QueueChecks.ONLY_POISON_DEAD_LETTERED),
                library(
                                "shutdown/clean-exit-code",
                                "After SIGTERM the process ends with exit code 0, or by the signal itself.",
                                Severity.UNCLEAN,
                                Sources.SHUTDOWN_CALLBACK)
                        .judgedEverywhere(ShutdownChecks.STOPPED_CLEANLY),
                library(
                                "acknowledgement/history-agrees",
                                "What a consumer records of itself is what its calls show.",
                                Severity.UNCLEAN,
                                Sources.STANDARD_QUEUES)
                        .at(Level.HISTORY)
                        .judgedEverywhere(WireChecks.HISTORIES_AGREE),
                application(
                                "idempotency/nothing-done-twice",
                                "Whatever happens, no message's effect is performed twice.",
                                Severity.DUPLICATE,
                                Sources.STANDARD_QUEUES)
                        .judgedEverywhere(EffectChecks.PERFORMED_ONCE),
                application(
                                "idempotency/completion-recorded",
                                "The consumer's bookkeeping says of every message whose work is done that it is.",
                                Severity.DUPLICATE,
                                Sources.IN_PROGRESS_RECORD)
                        .judgedEverywhere(LossChecks.ALL_COMPLETED));
    }
}
