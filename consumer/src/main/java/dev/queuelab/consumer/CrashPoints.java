package dev.queuelab.consumer;

import dev.queuelab.core.history.Event;
import dev.queuelab.core.history.Recorder;
import dev.queuelab.core.knob.Knobs;
import dev.queuelab.core.process.ExitCode;
import java.util.SplittableRandom;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Crashes on purpose: the process ends at once, as if it had been killed, with no clean-up of any kind. */
final class CrashPoints {
    private static final Logger log = LoggerFactory.getLogger(CrashPoints.class);

    private final BooleanSupplier afterReceive;
    private final boolean afterSideEffect;
    private final Recorder recorder;
    private final Runnable end;

    private CrashPoints(BooleanSupplier afterReceive, boolean afterSideEffect, Recorder recorder, Runnable end) {
        this.afterReceive = afterReceive;
        this.afterSideEffect = afterSideEffect;
        this.recorder = recorder;
        this.end = end;
    }

    static CrashPoints of(Settings settings, Recorder recorder) {
        return of(settings, recorder, () -> Runtime.getRuntime().halt(ExitCode.FAILED));
    }

    /** @param end ends the process at once */
    static CrashPoints of(Settings settings, Recorder recorder, Runnable end) {
        double rate = settings.get(Knobs.CRASH_RATE);
        boolean always = settings.get(Knobs.CRASH_AFTER_RECEIVE);
        SplittableRandom random =
                settings.get(Knobs.SEED).map(SplittableRandom::new).orElseGet(SplittableRandom::new);
        return new CrashPoints(
                () -> always || random.nextDouble() < rate, settings.get(Knobs.CRASH_AFTER_SIDE_EFFECT), recorder, end);
    }

    /** The point between receiving a message and its side effect. */
    void afterReceive(String id) {
        boolean crashes;
        synchronized (this) { // the random choices are made one after the other
            crashes = afterReceive.getAsBoolean();
        }
        if (crashes) {
            crash(id, "after receive");
        }
    }

    /** The point between a message's side effect and our bookkeeping of it. */
    void afterSideEffect(String id) {
        if (afterSideEffect) {
            crash(id, "after side effect");
        }
    }

    private void crash(String id, String point) {
        log.warn("crashing on purpose {} of message {}", point, LogText.name(id));
        recorder.record(new Event.Crashed(id, point));
        end.run();
    }
}
