package dev.queuelab.lab.stage;

import dev.queuelab.core.call.CallBreak;
import dev.queuelab.core.history.Event;
import dev.queuelab.gateway.breakpoint.ProtocolBreaks;
import dev.queuelab.lab.process.ChildProcess;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/** Does to a consumer what belongs to a broken call of it: it gets a signal at that very moment. */
final class CallBreaker implements ProtocolBreaks.Listener {
    private static final long MILLIS_BETWEEN_LOOKS = 20;

    private final String consumer;
    private final CompletableFuture<ChildProcess> process;
    private final Consumer<Event> recorder;
    private boolean broken;
    private boolean released;

    /** @param process completed once the consumer has started, which makes its first call soon afterwards */
    CallBreaker(String consumer, CompletableFuture<ChildProcess> process, Consumer<Event> recorder) {
        this.consumer = consumer;
        this.process = process;
        this.recorder = recorder;
    }

    @Override
    public synchronized void broken(CallBreak met, Optional<String> id) {
        recorder.accept(new Event.CallBroken(consumer, id.orElse(null), met.call(), met.way()));
        met.way().signal().ifPresent(signal -> recorder.accept(new Event.Signalled(consumer, signal)));
        broken = true; // before its end, which somebody waits for
        switch (met.way().signal().orElse("")) {
            case "KILL" -> process.join().kill();
            case "TERM" -> process.join().terminate();
            case "STOP" -> {
                process.join().pause();
                holdUntilReleased();
            }
            default -> {}
        }
    }

    private void holdUntilReleased() {
        try {
            while (!released && process.join().isAlive()) {
                wait(MILLIS_BETWEEN_LOOKS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Whether a call was broken. */
    synchronized boolean isBroken() {
        return broken;
    }

    /** The call of a consumer that was paused goes on. */
    synchronized void release() {
        released = true;
        notifyAll();
    }
}
