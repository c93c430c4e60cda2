package dev.queuelab.report.analysis;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * How many messages were waiting, in flight and dead-lettered at each moment, as the facts tell it. A message is in
 * flight from its receive to its deletion, to its handing back, or for the visibility timeout; one that was delivered as
 * often as the queue allows then goes to the dead-letter queue. (A queue moves it only at the next receive, which nobody
 * records, so the truth may be some moments ahead.)
 */
public final class ReconstructedDepth {
    private final Queue queue;
    private final List<Step> steps = new ArrayList<>();

    private record Step(double at, int waiting, int inFlight, int dead) {}

    /** Where a message is. */
    private enum RunLocation {
        NOWHERE,
        WAITING,
        IN_FLIGHT,
        DEAD,
        GONE
    }

    private ReconstructedDepth(Queue queue) {
        this.queue = queue;
    }

    public static Series of(List<Life> lives, Queue queue, double endOfRun) {
        ReconstructedDepth truth = new ReconstructedDepth(queue);
        lives.forEach(life -> truth.new Message(life).live());
        return truth.series(endOfRun);
    }

    private Series series(double endOfRun) {
        Series series = Series.of("waiting", "inFlight", "dlq");
        series.add(0, 0, 0, 0);
        steps.sort(Comparator.comparingDouble(Step::at));
        int waiting = 0;
        int inFlight = 0;
        int dead = 0;
        for (Step step : steps) {
            if (step.at() > endOfRun) {
                break;
            }
            waiting += step.waiting();
            inFlight += step.inFlight();
            dead += step.dead();
            series.add(step.at(), waiting, inFlight, dead);
        }
        series.add(endOfRun, waiting, inFlight, dead);
        return series;
    }

    /** One message's way. */
    private final class Message {
        private final Life life;
        private final double gone;
        private RunLocation place = RunLocation.NOWHERE;

        Message(Life life) {
            this.life = life;
            this.gone = life.deliveries().stream()
                    .flatMapToDouble(delivery -> delivery.times("deleted"))
                    .min()
                    .orElse(Double.POSITIVE_INFINITY);
        }

        void live() {
            life.sent().ifPresent(at -> move(at, RunLocation.WAITING));
            List<Delivery> deliveries = life.deliveries();
            for (int i = 0; i < deliveries.size(); i++) {
                move(deliveries.get(i).from(), RunLocation.IN_FLIGHT);
                double back = visibleAgain(deliveries.get(i));
                boolean receivedBefore =
                        i + 1 < deliveries.size() && deliveries.get(i + 1).from() <= back;
                if (!receivedBefore) {
                    move(back, isUsedUp(deliveries.get(i)) ? RunLocation.DEAD : RunLocation.WAITING);
                }
            }
            if (Double.isFinite(gone)) {
                step(gone, RunLocation.GONE);
            }
        }

        private double visibleAgain(Delivery delivery) {
            double expiry = queue.visibilityTimeoutSeconds() > 0
                    ? delivery.from() + queue.visibilityTimeoutSeconds()
                    : Double.POSITIVE_INFINITY;
            return delivery.times("handed-back").findFirst().orElse(expiry);
        }

        private boolean isUsedUp(Delivery delivery) {
            return queue.maxReceiveCount() > 0 && delivery.count() >= queue.maxReceiveCount();
        }

        /** Unless it is gone by then. */
        private void move(double at, RunLocation to) {
            if (at < gone) {
                step(at, to);
            }
        }

        private void step(double at, RunLocation to) {
            steps.add(new Step(at, change(RunLocation.WAITING, to), change(RunLocation.IN_FLIGHT, to), change(RunLocation.DEAD, to)));
            place = to;
        }

        private int change(RunLocation which, RunLocation to) {
            return (to == which ? 1 : 0) - (place == which ? 1 : 0);
        }
    }
}
