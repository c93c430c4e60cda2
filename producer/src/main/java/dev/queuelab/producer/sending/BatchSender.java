package dev.queuelab.producer.sending;

import dev.queuelab.core.history.Event;
import dev.queuelab.core.history.Recorder;
import dev.queuelab.core.toolbox.Text;
import dev.queuelab.producer.message.OutgoingMessage;
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
 * Used by many threads at once, each with a batch of its own.
 */
public final class BatchSender {
    public static final int MOST_TRIES = 8;

    private static final Logger LOG = LoggerFactory.getLogger(BatchSender.class);

    private final SqsClient sqs;
    private final TargetQueue queue;
    private final BackoffStrategy backoff;
    private final StoppableClock clock;
    private final Recorder history;
    private final SendCounters counters;
    private final boolean keepsTrying;

    /** @param keepsTrying whether a call that fails is made again until it succeeds, once the queue has taken a message */
    public BatchSender(
            SqsClient sqs,
            TargetQueue queue,
            BackoffStrategy backoff,
            StoppableClock clock,
            Recorder history,
            SendCounters counters,
            boolean keepsTrying) {
        this.sqs = sqs;
        this.queue = queue;
        this.backoff = backoff;
        this.clock = clock;
        this.history = history;
        this.counters = counters;
        this.keepsTrying = keepsTrying;
    }

    /**
     * Returns early if a stop is requested while it waits for the next try.
     *
     * @param batch at least one message, and no more than one call can carry
     * @throws SendingEndedException if a call failed for good, as every other call would
     */
    public void send(List<OutgoingMessage> batch) {
        if (batch.get(0).bytes() > Batches.MOST_BYTES) {
            refuse(batch.get(0));
            return;
        }
        counters.add(SendCount.BATCHES, 1);
        List<OutgoingMessage> unsent = tryOnce(batch, 1);
        for (int tries = 2; !unsent.isEmpty(); tries++) {
            Duration pause = backoff.computeDelay(tries);
            LOG.debug("try {} of {} follows in {} ms", tries, MOST_TRIES, pause.toMillis());
            if (clock.stopRequestedWithin(pause)) {
                giveUp(unsent, "a stop was requested before the next try");
                return;
            }
            counters.add(SendCount.RETRIES, unsent.size());
            unsent = tryOnce(unsent, tries);
        }
    }

    /** No call could carry it; the others can still go. */
    private void refuse(OutgoingMessage message) {
        String reason =
                "it has " + message.bytes() + " bytes, and SQS takes at most " + Batches.MOST_BYTES + " in a message";
        LOG.error("message {} is not sent: {}", Text.printable(Text.truncate(message.id(), 60)), reason);
        history.record(new Event.SendFailed(message.id(), reason, false));
    }

    /** Returns the messages to try again. */
    private List<OutgoingMessage> tryOnce(List<OutgoingMessage> messages, int tries) {
        messages.forEach(message -> history.record(new Event.Sending(message.id())));
        counters.add(SendCount.CALLS, 1);
        try {
            BatchResult result = BatchResult.to(messages, sqs.sendMessageBatch(queue.request(messages)));
            return settle(result, tries);
        } catch (SdkException e) {
            counters.add(SendCount.FAILED_CALLS, 1);
            return settleFailed(messages, e, tries);
        }
    }

    private List<OutgoingMessage> settle(BatchResult result, int tries) {
        result.sent().forEach(sent -> history.record(sent));
        counters.add(SendCount.SENT, result.sent().size());
        counters.add(SendCount.FAILED_ENTRIES, result.failed().size());
        List<OutgoingMessage> again = new ArrayList<>();
        result.failed().forEach((message, failure) -> {
            LOG.warn(
                    "try {} of message {} failed: {}",
                    tries,
                    Text.printable(Text.truncate(message.id(), 60)),
                    Text.printable(failure.reason()));
            if (failed(message, failure, tries, failure.passing())) {
                again.add(message);
            }
        });
        if (queue.fifo() && result.overtaken()) {
            LOG.warn("the queue took later messages of a batch ahead of a failed one; --batch-size 1 prevents that");
        }
        return again;
    }

    private List<OutgoingMessage> settleFailed(List<OutgoingMessage> messages, SdkException error, int tries) {
        SendFailure failure = SendFailure.of(error);
        List<OutgoingMessage> again = messages.stream()
                .filter(message -> failed(message, failure, tries, failure.passing() || outlasts()))
                .toList();
        if (!failure.passing() && !outlasts()) {
            throw new SendingEndedException(queue.url() + ": " + failure.reason(), error);
        }
        LOG.warn("try {} of a batch of {} failed: {}", tries, messages.size(), failure.reason());
        return again;
    }

    /** A queue that has taken a message was there, and so was the right to send to it: both may come back. */
    private boolean outlasts() {
        return keepsTrying && counters.of(SendCount.SENT) > 0;
    }

    /** Returns whether the message is to be tried again. */
    private boolean failed(OutgoingMessage message, SendFailure failure, int tries, boolean passing) {
        boolean willRetry = passing && (tries < MOST_TRIES || outlasts());
        history.record(new Event.SendFailed(message.id(), failure.reason(), willRetry));
        return willRetry;
    }

    private void giveUp(List<OutgoingMessage> messages, String reason) {
        messages.forEach(message -> history.record(new Event.SendFailed(message.id(), reason, false)));
    }
}
