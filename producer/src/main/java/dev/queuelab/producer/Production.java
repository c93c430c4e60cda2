package dev.queuelab.producer;

import java.util.List;

/** Sends messages until there are enough, a stop is requested, or the queue refuses for good. */
final class Production {
    private final Quantity quantity;
    private final MessageFactory messages;
    private final Pace pace;
    private final BatchSender sender;
    private final Timeline timeline;
    private final Progress progress;
    private final Tally tally;

    Production(
            Quantity quantity,
            MessageFactory messages,
            Pace pace,
            BatchSender sender,
            Timeline timeline,
            Progress progress,
            Tally tally) {
        this.quantity = quantity;
        this.messages = messages;
        this.pace = pace;
        this.sender = sender;
        this.timeline = timeline;
        this.progress = progress;
        this.tally = tally;
    }

    /** A stop ends the run after the messages in hand. */
    Ending run() {
        try {
            while (quantity.nextBatch(tally) > 0) {
                if (timeline.stopRequestedWithin(pace.untilNext())) {
                    return Ending.stopped(quantity, tally);
                }
                sendDue();
                progress.show(tally);
            }
            return Ending.done(quantity, tally);
        } catch (SendingEndedException e) {
            return Ending.refused(e.reason(), quantity, tally);
        } finally {
            progress.end();
        }
    }

    private void sendDue() {
        List<Draft> drafts = messages.next(pace.take(quantity.nextBatch(tally)));
        tally.add(Count.DRAFTED, drafts.size());
        Batches.cut(drafts).forEach(sender::send);
    }
}
