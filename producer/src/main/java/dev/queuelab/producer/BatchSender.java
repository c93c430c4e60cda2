package dev.queuelab.producer;

import dev.queuelab.core.history.Event;
import dev.queuelab.core.history.Recorder;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.retries.api.BackoffStrategy;
import software.amazon.awssdk.services.sqs.SqsClient;

/**
 * Sends one batch until each of its messages is acknowledged or given up, before the caller may send the next. What
 * failed is tried again in its order. So a FIFO queue is offered its messages in order, but for one case that no sender
 * can mend: where a call's entry fails and the queue takes a later one, that one stays ahead. (To send the later one
 * again, too, would not help: it carries the same deduplication id, so SQS would drop the copy and keep the place.)
 */
final class BatchSender {
    static final int MOST_TRIES = 8;

    private static final Logger LOG = LoggerFactory.getLogger(BatchSender.class);

    private final SqsClient sqs;
    private final TargetQueue queue;
    private final BackoffStrategy backoff;
    private final Timeline timeline;
    private final Recorder history;
    private final Tally tally;

    BatchSender(
            SqsClient sqs,
            TargetQueue queue,
            BackoffStrategy backoff,
            Timeline timeline,
            Recorder history,
            Tally tally) {
        this.sqs = sqs;
        this.queue = queue;
        this.backoff = backoff;
        this.timeline = timeline;
        this.history = history;
        this.tally = tally;
    }

    /**
     * Returns early if a stop is requested while it waits for the next try.
     *
     * @param batch at least one message, and no more than one call can carry
     * @throws SendingEndedException if a call failed for good, as every other call would
     */
    void send(List<Draft> batch) {
        tally.add(Count.BATCHES, 1);
        List<Draft> unsent = tryOnce(batch, 1);
        for (int tries = 2; !unsent.isEmpty(); tries++) {
            Duration pause = backoff.computeDelay(tries);
            LOG.debug("try {} of {} follows in {} ms", tries, MOST_TRIES, pause.toMillis());
            if (timeline.stopRequestedWithin(pause)) {
                giveUp(unsent, "a stop was requested before the next try");
                return;
            }
            tally.add(Count.RETRIES, unsent.size());
            unsent = tryOnce(unsent, tries);
        }
    }

    /** Returns the messages to try again. */
    private List<Draft> tryOnce(List<Draft> drafts, int tries) {
        drafts.forEach(draft -> history.record(new Event.Sending(draft.id())));
        tally.add(Count.CALLS, 1);
        try {
            Answer answer = Answer.to(drafts, sqs.sendMessageBatch(queue.request(drafts)));
            return settle(answer, tries);
        } catch (SdkException e) {
            tally.add(Count.FAILED_CALLS, 1);
            return settleFailed(drafts, e, tries);
        }
    }

    private List<Draft> settle(Answer answer, int tries) {
        answer.sent().forEach(sent -> history.record(sent));
        tally.add(Count.SENT, answer.sent().size());
        tally.add(Count.FAILED_ENTRIES, answer.failed().size());
        List<Draft> again = new ArrayList<>();
        answer.failed().forEach((draft, trouble) -> {
            LOG.warn("try {} of message {} failed: {}", tries, draft.id(), trouble.reason());
            if (failed(draft, trouble, tries)) {
                again.add(draft);
            }
        });
        if (queue.fifo() && answer.overtaken()) {
            LOG.warn("the queue took later messages of a batch ahead of a failed one; --batch-size 1 prevents that");
        }
        return again;
    }

    private List<Draft> settleFailed(List<Draft> drafts, SdkException failure, int tries) {
        Trouble trouble = Trouble.of(failure);
        List<Draft> again =
                drafts.stream().filter(draft -> failed(draft, trouble, tries)).toList();
        if (!trouble.passing()) {
            throw new SendingEndedException(queue.url() + ": " + trouble.reason(), failure);
        }
        LOG.warn("try {} of a batch of {} failed: {}", tries, drafts.size(), trouble.reason());
        return again;
    }

    /** Returns whether the message is to be tried again. */
    private boolean failed(Draft draft, Trouble trouble, int tries) {
        boolean willRetry = trouble.passing() && tries < MOST_TRIES;
        history.record(new Event.SendFailed(draft.id(), trouble.reason(), willRetry));
        return willRetry;
    }

    private void giveUp(List<Draft> drafts, String reason) {
        drafts.forEach(draft -> history.record(new Event.SendFailed(draft.id(), reason, false)));
    }
}
