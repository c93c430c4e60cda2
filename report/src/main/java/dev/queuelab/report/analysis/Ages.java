package dev.queuelab.report.analysis;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalDouble;

/** How old the oldest message was that still was to be done. */
public final class Ages {
    private static final int POINTS = 300;

    private Ages() {}

    private record Stay(double from, double to) {}

    /** Seconds since the sending of the oldest message that was neither deleted nor moved to the dead-letter queue. */
    public static Series of(List<Life> lives, Queue queue, double endOfRun) {
        List<Stay> stays = new ArrayList<>();
        lives.forEach(life -> life.sent().ifPresent(sent -> stays.add(new Stay(sent, leaves(life, queue)))));
        stays.sort(Comparator.comparingDouble(Stay::from));
        Series series = Series.of("oldest");
        for (int i = 0; i <= POINTS; i++) {
            double at = Math.round(endOfRun * i / POINTS * 1000) / 1000.0;
            double age = stays.stream()
                    .takeWhile(stay -> stay.from() <= at)
                    .filter(stay -> stay.to() > at)
                    .mapToDouble(stay -> at - stay.from())
                    .findFirst()
                    .orElse(0);
            series.add(at, Math.round(age * 1000) / 1000.0);
        }
        return series;
    }

    private static double leaves(Life life, Queue queue) {
        for (Delivery delivery : life.deliveries()) {
            OptionalDouble deleted = delivery.times("deleted").findFirst();
            if (deleted.isPresent()) {
                return deleted.getAsDouble();
            }
            if (queue.maxReceiveCount() > 0 && delivery.count() >= queue.maxReceiveCount()) {
                return delivery.from() + queue.visibilityTimeoutSeconds();
            }
        }
        return Double.POSITIVE_INFINITY;
    }
}
