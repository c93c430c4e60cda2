package dev.queuelab.producer.sending;

import dev.queuelab.producer.message.MessageFactory;
import dev.queuelab.producer.message.OutgoingMessage;
import java.util.List;

/** Sends messages until there are enough, a stop is requested, or the queue refuses for good. */
public final class SendLoop {
    private final SendBudget budget;
    private final MessageFactory messages;
    private final RateLimit rate;
    private final ConcurrentSender sender;
    private final StoppableClock clock;
    private final ProgressLine progress;
    private final SendCounters counters;

    public SendLoop(
            SendBudget budget,
            MessageFactory messages,
            RateLimit rate,
            ConcurrentSender sender,
            StoppableClock clock,
            ProgressLine progress,
            SendCounters counters) {
        this.budget = budget;
        this.messages = messages;
        this.rate = rate;
        this.sender = sender;
        this.clock = clock;
        this.progress = progress;
        this.counters = counters;
    }

    /** A stop ends the run after the messages in hand. */
    public SendOutcome run() {
        try {
            while (budget.nextBatch(counters) > 0) {
                sender.awaitRoom();
                if (clock.stopRequestedWithin(rate.untilNext())) {
                    sender.finish();
                    return SendOutcome.stopped(budget, counters);
                }
                sendDue();
                progress.show(counters);
            }
            sender.finish();
            return SendOutcome.done(budget, counters);
        } catch (SendingEndedException e) {
            sender.awaitEnd();
            return SendOutcome.refused(e.reason(), budget, counters);
        } finally {
            progress.end();
        }
    }

    private void sendDue() {
        List<OutgoingMessage> batch = messages.next(rate.take(budget.nextBatch(counters)));
        counters.add(SendCount.CREATED, batch.size());
        Batches.cut(batch).forEach(sender::send);
    }
}
