package dev.queuelab.consumer;

import dev.queuelab.consumer.Visibility.Extension;
import dev.queuelab.core.aws.CallErrors;
import dev.queuelab.core.history.Event;
import dev.queuelab.core.history.HistoryException;
import dev.queuelab.core.history.Recorder;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps the messages in hand invisible to other consumers, also those that wait for their turn. Each beat extends their
 * visibility timeouts, and renews the leases of those that are being worked on. A message is released before the call that
 * deletes it or hands it back, and the release waits for a beat that is under way. So no beat extends a deleted message, or
 * undoes a hand-back. A beat that fails is counted, and the next one follows as usual.
 */
final class Heartbeat implements InHand {
    private static final Logger log = LoggerFactory.getLogger(Heartbeat.class);

    /** "The maximum visibility timeout is 12 hours from the time the message is received" (Amazon SQS visibility timeout). */
    private static final Duration LONGEST = Duration.ofHours(12);

    private final Visibility visibility;
    private final int visibilitySeconds;
    private final StatusStore statuses;
    private final Recorder recorder;
    private final LongSupplier nanoTime;

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition settled = lock.newCondition();
    private final Map<String, Held> held = new LinkedHashMap<>();
    private long failures;

    /** A message in hand, and what is done for it. */
    private static final class Held {
        private final Delivery delivery;
        private final long receivedNanos;
        private Optional<Claim> claim = Optional.empty();
        private boolean tooLong;
        private boolean busy;

        Held(Delivery delivery, long receivedNanos) {
            this.delivery = delivery;
            this.receivedNanos = receivedNanos;
        }
    }

    private record Claim(String name, Lease lease) {}

    /** @param visibilityTimeout the queue's own, in whole seconds */
    Heartbeat(
            Visibility visibility,
            Duration visibilityTimeout,
            StatusStore statuses,
            Recorder recorder,
            LongSupplier nanoTime) {
        this.visibility = visibility;
        this.visibilitySeconds = (int) visibilityTimeout.toSeconds();
        this.statuses = statuses;
        this.recorder = recorder;
        this.nanoTime = nanoTime;
    }

    /** Beats from now on, on a thread that does not keep the process up. After a pause of the process beats do not pile up. */
    void start(Duration between) {
        ScheduledThreadPoolExecutor timer = new ScheduledThreadPoolExecutor(1, task -> {
            Thread thread = new Thread(task, "heartbeat");
            thread.setDaemon(true);
            return thread;
        });
        var unused =
                timer.scheduleWithFixedDelay(this::beat, between.toNanos(), between.toNanos(), TimeUnit.NANOSECONDS);
    }

    @Override
    public void take(List<Delivery> deliveries) {
        lock.lock();
        try {
            long now = nanoTime.getAsLong();
            deliveries.forEach(delivery -> held.put(delivery.receiptHandle(), new Held(delivery, now)));
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void claimed(Delivery delivery, String name, Lease lease) {
        lock.lock();
        try {
            Optional.ofNullable(held.get(delivery.receiptHandle()))
                    .ifPresent(message -> message.claim = Optional.of(new Claim(name, lease)));
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void release(Delivery delivery) {
        lock.lock();
        try {
            Held message = held.remove(delivery.receiptHandle());
            while (message != null && message.busy) {
                settled.awaitUninterruptibly();
            }
        } finally {
            lock.unlock();
        }
    }

    /** How many beats, or parts of one, have failed so far. */
    long failures() {
        lock.lock();
        try {
            return failures;
        } finally {
            lock.unlock();
        }
    }

    /** Extends all that are in hand, and renews their claims. */
    void beat() {
        List<Held> messages = inHand();
        for (int from = 0; from < messages.size(); from += Visibility.MOST_IN_A_CALL) {
            int to = Math.min(messages.size(), from + Visibility.MOST_IN_A_CALL);
            during(messages.subList(from, to), this::extend);
        }
        for (Held message : messages) {
            during(List.of(message), this::renew);
        }
    }

    private List<Held> inHand() {
        lock.lock();
        try {
            return List.copyOf(held.values());
        } finally {
            lock.unlock();
        }
    }

    private interface Step {
        void run(List<Held> messages);
    }

    /** Does the step for those that are still in hand, which are not released meanwhile. */
    private void during(List<Held> messages, Step step) {
        List<Held> busy = new ArrayList<>();
        lock.lock();
        try {
            messages.stream()
                    .filter(message -> held.get(message.delivery.receiptHandle()) == message)
                    .forEach(busy::add);
            busy.forEach(message -> message.busy = true);
        } finally {
            lock.unlock();
        }
        try {
            step.run(busy);
        } catch (HistoryException e) {
            log.error("the heartbeat ends: {}", e.getMessage());
            throw e; // what cannot be recorded must not be done
        } catch (RuntimeException e) {
            failed(e);
        } finally {
            settle(busy);
        }
    }

    private void settle(List<Held> messages) {
        lock.lock();
        try {
            messages.forEach(message -> message.busy = false);
            settled.signalAll();
        } finally {
            lock.unlock();
        }
    }

    private void failed(RuntimeException error) {
        lock.lock();
        try {
            failures++;
        } finally {
            lock.unlock();
        }
        log.warn(
                "a heartbeat failed, and the next one is made all the same: {}",
                LogText.reason(CallErrors.reason(error)));
    }

    private void extend(List<Held> messages) {
        List<Extension> extensions = new ArrayList<>();
        for (Held message : messages) {
            int seconds = secondsFor(message);
            if (seconds > 0) {
                extensions.add(new Extension(message.delivery, seconds));
            }
        }
        List<Delivery> refused = extensions.isEmpty() ? List.of() : visibility.extend(extensions);
        if (!refused.isEmpty()) {
            failed(new IllegalStateException("the queue refused to extend "
                    + LogText.name(
                            String.join(", ", refused.stream().map(Delivery::id).toList()))));
        }
    }

    /** What is left of the longest time that a message may be in hand: SQS refuses more, and shortens nothing itself. */
    private int secondsFor(Held message) {
        long heldSeconds = Duration.ofNanos(nanoTime.getAsLong() - message.receivedNanos)
                .plusSeconds(1)
                .toSeconds();
        int seconds = (int) Math.min(visibilitySeconds, LONGEST.toSeconds() - heldSeconds);
        if (seconds <= 0 && !message.tooLong) {
            message.tooLong = true;
            log.warn(
                    "message {} was in hand for 12 hours, the longest that SQS allows, and becomes visible to others",
                    LogText.name(message.delivery.id()));
        }
        return seconds;
    }

    private void renew(List<Held> messages) {
        for (Held message : messages) {
            Optional<Claim> claim = claimOf(message);
            if (claim.isPresent() && secondsFor(message) > 0) {
                Optional<Lease> renewed =
                        statuses.renew(claim.get().name(), claim.get().lease());
                renewed.ifPresent(lease -> recorder.record(
                        new Event.LeaseHeld(message.delivery.id(), lease.owner(), lease.token(), lease.until())));
                setClaim(message, renewed.map(lease -> new Claim(claim.get().name(), lease)));
            }
        }
    }

    private Optional<Claim> claimOf(Held message) {
        lock.lock();
        try {
            return message.claim;
        } finally {
            lock.unlock();
        }
    }

    private void setClaim(Held message, Optional<Claim> claim) {
        lock.lock();
        try {
            message.claim = claim;
        } finally {
            lock.unlock();
        }
    }
}
