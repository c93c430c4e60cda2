package dev.queuelab.lab.stage;

import dev.queuelab.core.call.ProtocolCall;
import dev.queuelab.core.history.Event;
import dev.queuelab.core.process.ExitCode;
import dev.queuelab.gateway.call.Service;
import dev.queuelab.gateway.history.CallReader;
import dev.queuelab.gateway.history.CallRecord;
import dev.queuelab.gateway.history.ProtocolCalls;
import dev.queuelab.gateway.history.WireHistory;
import dev.queuelab.lab.process.ChildProcess;
import dev.queuelab.lab.waiting.Wait;
import dev.queuelab.lab.waiting.WaitException;
import dev.queuelab.lab.wire.HeldWork;
import dev.queuelab.scenarios.kit.RunningConsumer;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** A consumer as a child process: ours, or a program in its place, which may keep no history. */
final class ConsumerProcess implements RunningConsumer {
    /** A process starts, polls or stops well within this time, on however busy a machine. */
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    /** For its end after SIGTERM, besides its work: what Kubernetes and Amazon ECS grant by default. */
    private static final Duration GRACE = Duration.ofSeconds(30);

    /** Where nobody asks how it ends: the longest poll that SQS allows, which it may be in, and a little. */
    private static final Duration SHORT_GRACE = Duration.ofSeconds(22);

    /** Visibility timeouts that the work in hand may outlive. */
    private static final int SLOWNESS = 3;

    private final StageServices services;
    private final ConsumerHandle handle;
    private final ChildProcess process;
    private final BlackBoxObserver observer;
    private final KnownWork work;
    private final ConsumerEnd end;
    private final Interference interference;

    ConsumerProcess(StageServices services, ConsumerHandle handle, Interference interference) {
        this.services = services;
        this.handle = handle;
        this.process = handle.process();
        this.observer = new BlackBoxObserver(services, handle);
        this.work = new KnownWork(handle, observer);
        this.end = new ConsumerEnd(services, handle, observer);
        this.interference = interference;
    }

    private String name() {
        return handle.name();
    }

    @Override
    public void awaitBegun() {
        if (handle.isUnobserved()) {
            observer.awaitBegun();
            return;
        }
        services.await(Wait.atMost(PATIENCE, name() + " to begin"), this::hasBegun, begun -> begun);
    }

    /** Where nobody sees its calls, our own consumer has begun with its first record. */
    private boolean hasBegun() {
        return handle.wire()
                .map(seen -> seen.hasPolled(name()))
                .orElseGet(() -> !handle.history().entries().isEmpty());
    }

    @Override
    public void awaitReceived() {
        long received = await(Event.Received.class, "to receive a message");
        services.step(name() + " received " + received + (received == 1 ? " message" : " messages"));
    }

    @Override
    public void awaitReceived(int deliveries) {
        long received = services.await(
                Wait.atMost(
                        PATIENCE.plus(visibilityTimeouts(SLOWNESS)),
                        name() + " to receive " + deliveries + " messages"),
                () -> work.count(Event.Received.class),
                count -> count >= deliveries);
        services.step(name() + " received " + received + " messages");
    }

    @Override
    public void awaitWorking() {
        if (interference.held().isPresent()) {
            HeldWork held = interference.held().get();
            services.await(
                    Wait.atMost(PATIENCE.plus(visibilityTimeouts(1)), name() + " to be at work"),
                    held::isReached,
                    reached -> reached);
        } else {
            await(handle.keepsHistory() ? Event.EffectAttempted.class : Event.Received.class, "to be at work");
        }
        services.step(name() + " is at work");
    }

    @Override
    public void awaitPerformed() {
        await(Event.EffectPerformed.class, "to perform an effect");
        services.step(name() + " performed an effect");
    }

    @Override
    public void awaitBusy() {
        services.await(
                Wait.atMost(PATIENCE.plus(visibilityTimeouts(1)), name() + " to be at work again"),
                work::isBusy,
                busy -> busy);
    }

    @Override
    public void awaitDecided() {
        services.await(
                Wait.atMost(PATIENCE.plus(visibilityTimeouts(1)), name() + " to decide what to do with a message"),
                work::hasDecided,
                decided -> decided);
    }

    /** How often the event is in its history, once it is. */
    private long await(Class<? extends Event> event, String what) {
        return services.await(
                Wait.atMost(PATIENCE.plus(visibilityTimeouts(1)), name() + " " + what),
                () -> work.count(event),
                count -> count > 0);
    }

    @Override
    public void awaitStopped() {
        int code = handle.foreign() ? end.awaitOrKill(generous(SHORT_GRACE), patience()) : end.await(patience());
        services.step(name() + " stopped" + (code == ExitCode.OK ? "" : ", with exit code " + code));
    }

    @Override
    public List<ProtocolCall> callsAboutFirstMessage() {
        List<ProtocolCall> calls = ProtocolCalls.aboutFirstMessage(
                CallReader.read(services.run().folder().calls()), name());
        if (calls.isEmpty()) {
            throw new StageException(name() + " made no call about a message");
        }
        services.record(new Event.CallsFound(name(), calls));
        services.step(name() + " works on a message by " + calls.size() + " calls: "
                + calls.stream().map(ProtocolCall::operation).collect(Collectors.joining(", ")));
        return calls;
    }

    @Override
    public boolean callsTables() {
        return CallReader.read(services.run().folder().calls()).stream()
                .map(CallRecord::called)
                .anyMatch(
                        call -> call.process().equals(name()) && call.service().equals(Optional.of(Service.DYNAMODB)));
    }

    @Override
    public void awaitBroken() {
        services.await(
                Wait.atMost(services.timeToDrain(), name() + " to make the call that is to be broken"),
                interference::isBroken,
                broken -> broken);
    }

    @Override
    public void awaitCrash() {
        if (handle.foreign()) {
            awaitForeignCrash();
        }
        int code = end.await(services.timeToDrain());
        if (!hasCrashed(code)) {
            throw new StageException(name() + " was to crash, but ended with exit code " + code + process.quotedTail());
        }
        services.step(name() + " crashed as expected");
    }

    private boolean hasCrashed(int code) {
        if (interference.isFatal()) {
            return interference.hasCrashed();
        }
        return handle.foreign()
                ? code != ExitCode.OK
                : code == ExitCode.FAILED
                        && handle.history().all(Event.Crashed.class).findAny().isPresent();
    }

    private void awaitForeignCrash() {
        services.await(
                Wait.atMost(services.timeToDrain(), name() + " to crash"),
                () -> {
                    if (process.isAlive()) {
                        observer.requireMore(name() + " emptied the queue and did not crash: "
                                + (interference.isFatal()
                                        ? "the call was not seen at which it was to be killed"
                                        : "it does not honour CRASH_AFTER_RECEIVE or CRASH_AFTER_SIDE_EFFECT"));
                    }
                    return process.isAlive() ? "running" : "ended";
                },
                "ended"::equals);
    }

    @Override
    public void pause() {
        interference.held().ifPresent(HeldWork::keep);
        services.record(new Event.Signalled(name(), "STOP"));
        process.pause();
        handle.wire().ifPresent(seen -> OrphanedPolls.awaitEnd(seen, name()));
        services.step(name() + " was paused");
    }

    @Override
    public void resume() {
        services.record(new Event.Signalled(name(), "CONT"));
        process.resume();
        interference.release();
        services.step(name() + " goes on");
    }

    @Override
    public void awaitNextReceive() {
        if (handle.wire().isEmpty()) {
            return;
        }
        WireHistory seen = handle.wire().get();
        Instant now = services.run().clock().instant();
        try {
            services.await(
                    Wait.atMost(SHORT_GRACE.plus(visibilityTimeouts(SLOWNESS)), name() + " to ask for messages again"),
                    () -> seen.lastPollOf(name()).filter(now::isBefore).isPresent(),
                    asked -> asked);
        } catch (WaitException e) {
            services.step(String.valueOf(e.getMessage()));
        }
    }

    @Override
    public void askToStop() {
        signal();
        services.step(name() + " was sent SIGTERM");
    }

    @Override
    public void awaitEnd() {
        int code = end.awaitOrKill(GRACE, patience());
        services.step(name() + " exited with " + code);
    }

    @Override
    public void terminate() {
        terminate(generous(GRACE));
    }

    @Override
    public void terminate(Duration grace) {
        signal();
        int code = end.awaitOrKill(grace, patience());
        services.step(name() + " was sent SIGTERM, and exited with " + code);
    }

    @Override
    public void kill() {
        end.kill(patience());
        services.step(name() + " was killed");
    }

    /** Sends SIGTERM. A consumer that has not begun would die of it as any process does, so it may begin first. */
    void signal() {
        awaitBegun();
        if (handle.foreign()) {
            observer.look(Event.QueueSeen.BEFORE_SIGNAL);
        }
        end.terminate();
    }

    private Duration generous(Duration grace) {
        return grace.plus(visibilityTimeouts(SLOWNESS));
    }

    private Duration patience() {
        return PATIENCE.plus(visibilityTimeouts(SLOWNESS));
    }

    private Duration visibilityTimeouts(int times) {
        return services.queue().visibilityTimeout().multipliedBy(times);
    }
}
