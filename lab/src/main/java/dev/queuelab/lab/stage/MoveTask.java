package dev.queuelab.lab.stage;

import dev.queuelab.core.aws.ErrorCodes;
import java.util.Optional;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.ListMessageMoveTasksResultEntry;
import software.amazon.awssdk.services.sqs.model.SqsException;

/** A task of SQS's own that moves the messages of a dead-letter queue back. */
final class MoveTask {
    private final SqsClient sqs;
    private final String sourceArn;

    private MoveTask(SqsClient sqs, String sourceArn) {
        this.sqs = sqs;
        this.sourceArn = sourceArn;
    }

    /** Where a task stands: its status in SQS's words, and how many of how many messages it has moved. */
    record Progress(String status, long moved, long toMove, Optional<String> failure) {
        boolean isOver() {
            return !status.equals("RUNNING");
        }

        /** The same, where SQS reports fewer than were there: its numbers are approximate, and may be missing. */
        Progress outOf(long deadLetters) {
            return new Progress(status, moved, Math.max(toMove, deadLetters), failure);
        }

        @Override
        public String toString() {
            return status + ", " + moved + " of " + toMove + " moved"
                    + failure.map(why -> ": " + why).orElse("");
        }
    }

    /**
     * Starts a task from a dead-letter queue to the queue that it belongs to.
     *
     * @throws StageException if the endpoint has no such tasks
     */
    static MoveTask start(SqsClient sqs, String sourceArn, String destinationArn) {
        try {
            sqs.startMessageMoveTask(request -> request.sourceArn(sourceArn).destinationArn(destinationArn));
        } catch (SqsException e) {
            if (ErrorCodes.isUnsupported(e) || ErrorCodes.isServerError(e)) {
                throw new StageException(
                        "this endpoint cannot move dead letters back: it answers StartMessageMoveTask with "
                                + e.getMessage(),
                        e);
            }
            throw e;
        }
        return new MoveTask(sqs, sourceArn);
    }

    /** The newest task's progress: SQS runs one at a time for each queue. */
    Progress progress() {
        return sqs.listMessageMoveTasks(request -> request.sourceArn(sourceArn).maxResults(1)).results().stream()
                .findFirst()
                .map(MoveTask::progress)
                .orElse(new Progress("UNLISTED", 0, 0, Optional.empty()));
    }

    private static Progress progress(ListMessageMoveTasksResultEntry task) {
        return new Progress(
                task.status(),
                Optional.ofNullable(task.approximateNumberOfMessagesMoved()).orElse(0L),
                Optional.ofNullable(task.approximateNumberOfMessagesToMove()).orElse(0L),
                Optional.ofNullable(task.failureReason()));
    }
}
