package dev.queuelab.lab.wire;

import dev.queuelab.gateway.breakpoint.CallPattern;
import dev.queuelab.gateway.breakpoint.Interceptor;
import dev.queuelab.gateway.call.Call;
import dev.queuelab.gateway.call.Reply;
import dev.queuelab.gateway.call.Subject;
import dev.queuelab.gateway.fault.Encounter;
import dev.queuelab.gateway.fault.Next;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BooleanSupplier;

/**
 * Makes a program's work take longer without its knowing: the call by which it records an effect is held for a while
 * before it is forwarded; of a message without an effect, the call that deletes it.
 */
public final class HeldWork implements Interceptor {
    private static final String NAME = "held";
    private static final long MILLIS_BETWEEN_LOOKS = 20;

    private final Duration time;
    private final BooleanSupplier alive;
    private final Set<String> performed = ConcurrentHashMap.newKeySet();
    private boolean reached;
    private boolean kept;

    /**
     * Holds each message's call for this long.
     *
     * @param alive whether the program still runs: a dead one's call is not forwarded
     */
    public HeldWork(Duration time, BooleanSupplier alive) {
        this.time = time;
        this.alive = alive;
    }

    @Override
    public Reply intercept(Call call, Encounter encounter, Next next) {
        List<Subject> subjects = encounter.subjects();
        boolean effect = CallPattern.EFFECT.matches(call, subjects);
        boolean deletion = CallPattern.DELETE.matches(call, subjects) && !isPerformed(subjects);
        if (!effect && !deletion) {
            return next.forward(call);
        }
        if (effect) {
            subjects.forEach(subject -> subject.id().ifPresent(performed::add));
        }
        encounter.meets(NAME);
        hold();
        return alive.getAsBoolean() ? next.forward(call) : Reply.none();
    }

    private boolean isPerformed(List<Subject> messages) {
        return messages.stream()
                .anyMatch(message -> message.id()
                        .or(message::messageId)
                        .filter(performed::contains)
                        .isPresent());
    }

    private synchronized void hold() {
        reached = true;
        long end = System.nanoTime() + time.toNanos();
        try {
            while ((kept || System.nanoTime() < end) && alive.getAsBoolean()) {
                wait(MILLIS_BETWEEN_LOOKS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Whether the program has come to its first message's work. */
    public synchronized boolean isReached() {
        return reached;
    }

    /** Holds on until {@link #release}, however long that takes. */
    public synchronized void keep() {
        kept = true;
    }

    /** What was kept may go on once its time has passed. */
    public synchronized void release() {
        kept = false;
        notifyAll();
    }
}
