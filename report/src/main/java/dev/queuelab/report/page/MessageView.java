package dev.queuelab.report.page;

import dev.queuelab.core.trace.Delivery;
import dev.queuelab.core.trace.MessageTrace;
import dev.queuelab.report.analysis.EventView;
import dev.queuelab.report.analysis.RunTime;
import java.util.List;
import java.util.Optional;

/**
 * A message's trace as a page shows it; times are seconds since the run began.
 *
 * @param sent when the queue acknowledged it; empty if no process recorded that
 * @param otherEvents those that belong to no delivery, such as those of its sending
 */
record MessageView(
        String id,
        boolean poison,
        Optional<Double> sent,
        List<DeliveryView> deliveries,
        List<EventView> otherEvents,
        MessageTrace.Fate fate,
        boolean recovered,
        long effects) {

    /** A delivery of the message, from its receive to its end. */
    record DeliveryView(
            String process, int receiveCount, double from, double to, Delivery.End end, List<EventView> events) {

        static DeliveryView of(Delivery delivery, RunTime time) {
            return new DeliveryView(
                    delivery.process(),
                    delivery.receiveCount(),
                    time.seconds(delivery.at()),
                    time.seconds(delivery.endedAt()),
                    delivery.end(),
                    delivery.facts().stream()
                            .map(fact -> EventView.inDelivery(fact, time))
                            .toList());
        }
    }

    static MessageView of(MessageTrace trace, RunTime time) {
        return new MessageView(
                trace.id(),
                trace.isPoison(),
                trace.acknowledged().map(sent -> time.seconds(sent.at())),
                trace.deliveries().stream()
                        .map(delivery -> DeliveryView.of(delivery, time))
                        .toList(),
                trace.others().stream().map(fact -> EventView.of(fact, time)).toList(),
                trace.fate(),
                trace.isRecovered(),
                trace.effectsPerformed());
    }
}
