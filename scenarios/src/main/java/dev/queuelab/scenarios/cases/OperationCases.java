package dev.queuelab.scenarios.cases;

import static dev.queuelab.scenarios.cases.ConformanceCase.application;
import static dev.queuelab.scenarios.cases.ConformanceCase.library;

import dev.queuelab.scenarios.check.BrownoutChecks;
import dev.queuelab.scenarios.check.DeliveryChecks;
import dev.queuelab.scenarios.check.DeployChecks;
import dev.queuelab.scenarios.check.EffectChecks;
import dev.queuelab.scenarios.check.LivenessChecks;
import dev.queuelab.scenarios.check.LossChecks;
import dev.queuelab.scenarios.check.OutageChecks;
import dev.queuelab.scenarios.check.QueueChecks;
import java.util.List;

/** What holds while services fail, a group waits for its poison, deploys go on, and messages change. */
final class OperationCases {
    private OperationCases() {}

    static List<ConformanceCase> all() {
        return List.of(
                library(
                                "errors/outages-are-outlasted",
                                "After an outage of SQS or DynamoDB the consumer goes on within seconds, and nothing"
                                        + " is lost or dead-lettered.",
                                Severity.STALL,
                                Sources.POLLING_STOPS)
                        .judgedIn(
                                "outage",
                                OutageChecks.RESUMED,
                                LossChecks.NOTHING_LOST,
                                QueueChecks.NOTHING_DEAD_LETTERED,
                                LivenessChecks.STAYED_UP,
                                LivenessChecks.KEPT_RECEIVING),
                library(
                                "back-off/few-calls-in-an-outage",
                                "While SQS or DynamoDB fails, the calls a second stay few.",
                                Severity.UNCLEAN,
                                Sources.REQUEST_ERRORS)
                        .judgedIn("outage", OutageChecks.CALLS_BOUNDED),
                application(
                                "idempotency/no-effect-on-a-guess",
                                "Where the tables do not answer, no work is done on a guess of what they would say.",
                                Severity.DUPLICATE,
                                Sources.IN_PROGRESS_RECORD)
                        .judgedIn("outage", OutageChecks.NO_EFFECT_ON_A_GUESS),
                library(
                                "back-off/failed-work-waits",
                                "A message whose work failed waits for longer each time, so that an outage of what does"
                                        + " the work dead-letters no good message.",
                                Severity.DEAD_LETTER,
                                Sources.RETRY_BACK_OFF)
                        .judgedIn("poison-backoff", QueueChecks.ONLY_POISON_DEAD_LETTERED, LossChecks.NOTHING_LOST),
                library(
                                "back-off/one-try-in-an-outage",
                                "While what does the work is down, it is asked once for each message.",
                                Severity.UNCLEAN,
                                Sources.RETRY_BACK_OFF)
                        .judgedIn("poison-backoff", OutageChecks.ONE_TRY_A_MESSAGE),
                library(
                                "back-off/poison-still-dead-lettered",
                                "Waiting between tries does not keep poison from the dead-letter queue.",
                                Severity.STALL,
                                Sources.DEAD_LETTER_QUEUES)
                        .judgedIn(
                                "poison-backoff",
                                DeliveryChecks.DEAD_LETTERED_AT_THE_LIMIT,
                                EffectChecks.POISON_NEVER_PERFORMED),
                library(
                                "visibility/prefetched-is-begun-in-time",
                                "What is received before it can be begun does not wait in hand until it is delivered"
                                        + " again, also when work becomes slow.",
                                Severity.DELAY,
                                Sources.PREFETCH_EXPIRES)
                        .at(Level.EFFECTS)
                        .judgedIn("backlog-brownout", BrownoutChecks.REDELIVERIES_FEW),
                library(
                                "visibility/slow-work-dead-letters-nothing",
                                "While what does the work is slow, no good message uses up its deliveries.",
                                Severity.DEAD_LETTER,
                                Sources.PREFETCH_EXPIRES)
                        .at(Level.EFFECTS)
                        .judgedIn("backlog-brownout", QueueChecks.NOTHING_DEAD_LETTERED, LossChecks.NOTHING_LOST),
                library(
                                "batches/failed-entries-deleted-later",
                                "What a batch deletion left is deleted later, and not dead-lettered though it is done.",
                                Severity.DEAD_LETTER,
                                Sources.BATCH_FAILURES)
                        .judgedIn("crash-partial-delete", QueueChecks.NOTHING_DEAD_LETTERED, LossChecks.NOTHING_LOST),
                library(
                                "fifo/other-groups-flow",
                                "While one group waits for its poison, messages of other groups are done at their first"
                                        + " delivery.",
                                Severity.DELAY,
                                Sources.FIFO)
                        .judgedIn("fifo-poison", List.of("other groups flow")),
                library(
                                "fifo/group-waits-for-its-head",
                                "No message of a group is begun before a poison in front of it is dead-lettered.",
                                Severity.DISORDER,
                                Sources.FIFO_AFTER_ERROR)
                        .judgedIn("fifo-poison", List.of("group waits for its head", "order kept in each group")),
                library(
                                "fifo/only-the-head-dead-lettered",
                                "Messages that wait behind a poison do not use up their deliveries.",
                                Severity.DEAD_LETTER,
                                Sources.FIFO)
                        .judgedIn(
                                "fifo-poison",
                                QueueChecks.ONLY_POISON_DEAD_LETTERED,
                                LossChecks.NOTHING_LOST,
                                DeliveryChecks.DEAD_LETTERED_AT_THE_LIMIT,
                                EffectChecks.POISON_NEVER_PERFORMED),
                library(
                                "shutdown/deploys-end-in-time",
                                "In a rolling deploy every consumer ends within the grace that it is given.",
                                Severity.UNCLEAN,
                                Sources.ROLLING_DEPLOY)
                        .judgedIn("deploy-rolling", DeployChecks.ENDED_WITHIN_GRACE),
                library(
                                "shutdown/deploys-abandon-nothing",
                                "In a rolling deploy what is in hand is finished or handed back, and loses nothing.",
                                Severity.DELAY,
                                Sources.ROLLING_DEPLOY)
                        .judgedIn(
                                "deploy-rolling",
                                DeployChecks.NOTHING_ABANDONED,
                                DeployChecks.NOTHING_REDELIVERED,
                                LossChecks.NOTHING_LOST),
                library(
                                "fairness/others-wait-little",
                                "While one tenant floods the queue, messages of the others do not wait for all of it.",
                                Severity.DELAY,
                                Sources.FAIR_QUEUES)
                        .judgedIn("noisy-neighbour", List.of("others wait little")),
                library(
                                "fairness/a-flood-loses-nothing",
                                "While one tenant floods the queue, nothing of anybody is lost or dead-lettered.",
                                Severity.LOSS,
                                Sources.FAIR_QUEUES)
                        .judgedIn("noisy-neighbour", LossChecks.NOTHING_LOST, QueueChecks.NOTHING_DEAD_LETTERED),
                application(
                                "schema/known-versions-are-read",
                                "Messages of an older or a newer minor version are done at their first delivery.",
                                Severity.DEAD_LETTER,
                                Sources.TOLERANT_READER)
                        .at(Level.HISTORY)
                        .judgedIn(
                                "schema-evolution", List.of("known versions done at once", "missing field defaulted")),
                application(
                                "schema/unknown-version-dead-lettered",
                                "A message of an unknown major version is dead-lettered, undone and with a reason.",
                                Severity.UNCLEAN,
                                Sources.TOLERANT_READER)
                        .at(Level.HISTORY)
                        .judgedIn(
                                "schema-evolution",
                                List.of(
                                        "only the unknown dead-lettered",
                                        "unknown version never done",
                                        "reason on record",
                                        "nothing lost")));
    }
}
