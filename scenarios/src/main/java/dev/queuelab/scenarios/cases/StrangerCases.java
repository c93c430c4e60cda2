package dev.queuelab.scenarios.cases;

import static dev.queuelab.scenarios.cases.ConformanceCase.application;
import static dev.queuelab.scenarios.cases.ConformanceCase.library;

import dev.queuelab.scenarios.cases.ConformanceCase.Source;
import dev.queuelab.scenarios.check.DeliveryChecks;
import dev.queuelab.scenarios.check.EffectChecks;
import dev.queuelab.scenarios.check.LivenessChecks;
import dev.queuelab.scenarios.check.LossChecks;
import dev.queuelab.scenarios.check.QueueChecks;
import java.util.List;

/** Cases of the scenarios that are made for consumers that are not ours. */
final class StrangerCases {
    private StrangerCases() {}

    static List<ConformanceCase> all() {
        return List.of(
                library(
                                "shutdown/idle-ends",
                                "A consumer that waits for messages ends after SIGTERM.",
                                Severity.UNCLEAN,
                                Sources.SLOW_SHUTDOWN)
                        .judgedIn("shutdown-idle", List.of("ended by itself")),
                library(
                                "shutdown/idle-asks-no-more",
                                "A consumer that waits for messages does not ask for others after SIGTERM.",
                                Severity.DELAY,
                                Sources.PREFETCH_AFTER_STOP)
                        .judgedIn("shutdown-idle", List.of("no receive after SIGTERM")),
                library(
                                "dead-polls/idle-shutdown-takes-nothing",
                                "What is sent once a consumer has ended is not taken by a receive that it left open.",
                                Severity.DELAY,
                                Sources.DEAD_POLL)
                        .judgedIn("shutdown-idle", List.of("others untouched")),
                library(
                                "shutdown/under-load-finishes-work",
                                "A consumer under load deletes all that it has done by its end, and finishes or hands"
                                        + " back the rest: acknowledgements that it has buffered are sent.",
                                Severity.DUPLICATE,
                                Sources.SHUTDOWN_BUFFER)
                        .judgedIn("shutdown-under-load", List.of("work in hand finished")),
                library(
                                "shutdown/under-load-begins-no-other",
                                "A consumer under load begins no message that comes after SIGTERM.",
                                Severity.DELAY,
                                Sources.SHUTDOWN_IN_FLIGHT)
                        .judgedIn("shutdown-under-load", List.of("others untouched", "no receive after SIGTERM")),
                library(
                                "shutdown/nothing-left-in-flight",
                                "At its end a consumer leaves none of its messages in flight, where nobody can have"
                                        + " them.",
                                Severity.DELAY,
                                Sources.WARM_SHUTDOWN)
                        .judgedIn("shutdown-under-load", List.of("nothing left in flight")),
                library(
                                "shutdown/under-load-ends",
                                "A consumer under load ends after SIGTERM by itself.",
                                Severity.UNCLEAN,
                                Sources.SHUTDOWN_ACKNOWLEDGEMENTS)
                        .judgedIn("shutdown-under-load", List.of("ended by itself")),
                library(
                                "shutdown/under-load-loses-nothing",
                                "A stop under load loses and dead-letters no message.",
                                Severity.LOSS,
                                Sources.SHUTDOWN_CANCELS)
                        .judgedIn("shutdown-under-load", LossChecks.NOTHING_LOST, QueueChecks.NOTHING_DEAD_LETTERED),
                library(
                                "shutdown/second-sigterm-loses-nothing",
                                "A second SIGTERM loses and dead-letters no message.",
                                Severity.LOSS,
                                Sources.SHUTDOWN_CALLBACK)
                        .judgedIn("shutdown-second-signal", LossChecks.NOTHING_LOST, QueueChecks.NOTHING_DEAD_LETTERED),
                library(
                                "shutdown/second-sigterm-ends",
                                "A consumer that gets SIGTERM twice ends by itself.",
                                Severity.UNCLEAN,
                                Sources.SHUTDOWN_CALLBACK)
                        .judgedIn("shutdown-second-signal", List.of("ended by itself")),
                library(
                                "shutdown/last-delivery-finished",
                                "Work on a message's last delivery is finished when SIGTERM comes: the queue would"
                                        + " dead-letter what is given back.",
                                Severity.DEAD_LETTER,
                                Sources.DEAD_LETTER_QUEUES)
                        .judgedIn("shutdown-last-delivery", LossChecks.NOTHING_LOST, QueueChecks.NOTHING_DEAD_LETTERED),
                library(
                                "visibility/refused-extension",
                                "An extension that the queue refuses ends neither the process nor its receiving, and"
                                        + " loses no message.",
                                Severity.STALL,
                                Sources.EXTENSION_REFUSED)
                        .judgedIn(
                                "dup-heartbeat-refused",
                                QueueChecks.DRAINED,
                                LossChecks.NOTHING_LOST,
                                QueueChecks.NOTHING_DEAD_LETTERED,
                                LivenessChecks.STAYED_UP,
                                LivenessChecks.KEPT_RECEIVING),
                library(
                                "visibility/cap-of-twelve-hours",
                                "Work that outlasts the 12 hours that SQS keeps a message invisible ends neither the"
                                        + " process nor its receiving, and loses no message.",
                                Severity.LOSS,
                                Sources.VISIBILITY)
                        .judgedIn(
                                "dup-heartbeat-capped",
                                QueueChecks.DRAINED,
                                LossChecks.NOTHING_LOST,
                                QueueChecks.NOTHING_DEAD_LETTERED,
                                LivenessChecks.STAYED_UP,
                                LivenessChecks.KEPT_RECEIVING),
                application(
                                "idempotency/cap-of-twelve-hours",
                                "A message that is delivered again although its work goes on is not done twice.",
                                Severity.DUPLICATE,
                                Sources.VISIBILITY)
                        .judgedIn("dup-heartbeat-capped", EffectChecks.PERFORMED_ONCE),
                library(
                                "freeze/goes-on",
                                "A consumer that stood still for longer than the visibility timeout goes on receiving.",
                                Severity.STALL,
                                Sources.HANDLE_EXPIRED)
                        .judgedIn(
                                "freeze-alone",
                                QueueChecks.DRAINED,
                                LivenessChecks.STAYED_UP,
                                LivenessChecks.KEPT_RECEIVING),
                library(
                                "freeze/loses-nothing",
                                "What a consumer had in hand when it stood still is processed, and not dead-lettered.",
                                Severity.LOSS,
                                Sources.VISIBILITY)
                        .judgedIn("freeze-alone", LossChecks.NOTHING_LOST, QueueChecks.NOTHING_DEAD_LETTERED),
                library(
                                "fifo/throttled-receive",
                                "On a FIFO queue whose receives are throttled and repeated, the work goes on in the order"
                                        + " of sending, and nothing is lost.",
                                Severity.DISORDER,
                                Sources.RECEIVE_MESSAGE)
                        .judgedIn(
                                "fifo-order-throttled",
                                List.of(
                                        "order kept while throttled",
                                        LossChecks.NOTHING_LOST.name(),
                                        QueueChecks.NOTHING_DEAD_LETTERED.name(),
                                        LivenessChecks.STAYED_UP.name(),
                                        LivenessChecks.KEPT_RECEIVING.name())),
                resumes("server-error", "errors-server", "status 500", Sources.POLLING_STOPS),
                resumes("unavailable", "errors-unavailable", "status 503", Sources.POLLING_STOPS),
                resumes("throttled", "errors-throttled", "RequestThrottled", Sources.POLLING_STOPS),
                resumes("access-denied", "errors-denied", "AccessDenied", Sources.QUEUE_ERRORS),
                resumes("queue-missing", "errors-queue-missing", "QueueDoesNotExist", Sources.QUEUE_ERRORS),
                resumes("connection-closed", "errors-connection", "a closed connection", Sources.STOPPED_SILENTLY),
                library(
                                "caches/failed-deletion",
                                "A message whose deletion failed is deleted when it comes again, and not ignored until"
                                        + " it is dead-lettered.",
                                Severity.DEAD_LETTER,
                                Sources.DUPLICATE_CACHE)
                        .judgedIn(
                                "caches-failed-deletion",
                                QueueChecks.DRAINED,
                                QueueChecks.NOTHING_DEAD_LETTERED,
                                LivenessChecks.STAYED_UP,
                                LivenessChecks.KEPT_RECEIVING),
                application(
                                "idempotency/failed-deletion",
                                "A message whose deletion failed, and which comes again, is not done again.",
                                Severity.DUPLICATE,
                                Sources.DELETE_MESSAGE)
                        .judgedIn("caches-failed-deletion", EffectChecks.PERFORMED_ONCE),
                library(
                                "batches/failed-entries",
                                "What a batch deletion names in Failed is deleted in the end, and not dead-lettered.",
                                Severity.DUPLICATE,
                                Sources.BATCH_FAILURES)
                        .judgedIn("batches-failed-deletion", QueueChecks.DRAINED, QueueChecks.NOTHING_DEAD_LETTERED),
                library(
                                "dead-polls/lost-delivery",
                                "What was delivered to a receive whose client was gone is processed at its next"
                                        + " delivery.",
                                Severity.LOSS,
                                Sources.DEAD_POLL)
                        .judgedIn(
                                "dead-polls-lost-delivery",
                                QueueChecks.DRAINED,
                                LossChecks.NOTHING_LOST,
                                QueueChecks.NOTHING_DEAD_LETTERED),
                library(
                                "undecodable/good-ones-are-served",
                                "More undecodable bodies than a consumer has permits do not keep it from good"
                                        + " messages.",
                                Severity.STALL,
                                Sources.CONVERSION)
                        .judgedIn(
                                "undecodable-bodies",
                                List.of(
                                        "good ones served",
                                        QueueChecks.DRAINED.name(),
                                        LivenessChecks.STAYED_UP.name(),
                                        LivenessChecks.KEPT_RECEIVING.name())),
                library(
                                "undecodable/envelopes",
                                "Bodies of SNS, S3 notifications, EventBridge and CloudEvents are processed at first"
                                        + " sight.",
                                Severity.DEAD_LETTER,
                                Sources.CONVERSION)
                        .judgedIn(
                                "undecodable-envelopes",
                                DeliveryChecks.GOOD_DELETED_AT_FIRST_SIGHT,
                                QueueChecks.NOTHING_DEAD_LETTERED));
    }

    private static ConformanceCase resumes(String name, String scenario, String error, Source source) {
        return library(
                        "errors/" + name,
                        "A consumer whose receives end with " + error + " for a while goes on, and loses nothing.",
                        Severity.STALL,
                        source)
                .judgedIn(
                        scenario,
                        QueueChecks.DRAINED,
                        LossChecks.NOTHING_LOST,
                        LivenessChecks.STAYED_UP,
                        LivenessChecks.KEPT_RECEIVING);
    }
}
