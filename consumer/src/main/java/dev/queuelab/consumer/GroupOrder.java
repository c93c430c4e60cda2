package dev.queuelab.consumer;

import dev.queuelab.core.knob.BatchFailure;
import dev.queuelab.core.knob.Knobs;
import dev.queuelab.core.payload.Payload;
import java.util.OptionalInt;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

/**
 * Whether a message that stays on the queue undone holds up those after it in its FIFO group, which were received with it
 * and are in hand.
 *
 * <p>To hand one back costs it one of its deliveries. At the last delivery of the failed message they are therefore not
 * handed back: the queue would dead-letter them together with it. None is overtaken then, since it will not come back.
 *
 * @param mostDeliveries how often the queue delivers a message before it dead-letters it; empty if that is not known, or
 *     there is no end to it
 */
record GroupOrder(OptionalInt mostDeliveries) {
    /** Groups are kept in order, whatever that costs those that are handed back. */
    static final GroupOrder ALWAYS = new GroupOrder(OptionalInt.empty());

    /**
     * As {@code BATCH_FAILURE} says; with {@code group} the queue is asked for its redrive policy.
     *
     * @throws UnreachableException if the queue cannot be asked
     */
    static GroupOrder of(Settings settings, QueueAttributes queue) {
        return isRedriveLimitNeeded(settings)
                ? queue.read(QueueAttributeName.REDRIVE_POLICY, "the redrive policy")
                        .map(GroupOrder::limitedBy)
                        .orElse(ALWAYS)
                : ALWAYS;
    }

    private static boolean isRedriveLimitNeeded(Settings settings) {
        return settings.isFifo() && settings.get(Knobs.BATCH_FAILURE) == BatchFailure.GROUP;
    }

    /** Whether messages must come with their groups: else each message stands for itself. */
    static boolean needsGroups(Settings settings) {
        return settings.isFifo()
                && (settings.get(Knobs.BATCH_FAILURE) == BatchFailure.GROUP || settings.isSideBySide());
    }

    /** @param policy the attribute RedrivePolicy, a JSON object; its number may be written as text */
    static GroupOrder limitedBy(String policy) {
        return Payload.parse(policy)
                .text("maxReceiveCount")
                .filter(text ->
                        text.matches("[1-9][0-9]{0,3}")) // 1 to 1,000 (Amazon SQS API reference, SetQueueAttributes)
                .map(text -> new GroupOrder(OptionalInt.of(Integer.parseInt(text))))
                .orElse(ALWAYS);
    }

    /** Whether those after {@code failed} in its group are to wait for it. */
    boolean holdsUp(Delivery failed) {
        return failed.group().isPresent()
                && (mostDeliveries.isEmpty() || failed.receiveCount() < mostDeliveries.getAsInt());
    }
}
