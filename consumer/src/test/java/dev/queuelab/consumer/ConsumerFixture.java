package dev.queuelab.consumer;

import dev.queuelab.core.aws.CallCounter;
import dev.queuelab.core.knob.EffectPlace;
import dev.queuelab.core.knob.ExternalService;
import dev.queuelab.core.knob.Knobs;
import dev.queuelab.core.process.Shutdown;
import dev.queuelab.core.toolbox.Seconds;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BiConsumer;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** A consumer without its process: on a queue and tables in memory, and a clock that a test sets. */
final class ConsumerFixture {
    /** Ends the consumer where a crash would end its process. */
    static final class Crash extends Error {
        private static final long serialVersionUID = 1L;
    }

    /** A moment that is never the EPOCH, which stands for no moment at all. */
    static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");

    final List<String> calls = Collections.synchronizedList(new ArrayList<>());
    final Facts facts = new Facts();
    final Shutdown shutdown = Shutdown.never();
    final FakeQueue queue = new FakeQueue(calls, shutdown::request);
    final FakeDynamoDb dynamoDb = new FakeDynamoDb(calls);
    final List<Duration> pauses = Collections.synchronizedList(new ArrayList<>());

    /** What was to be done later, and after how long; a test does it, or nobody. */
    final Map<Runnable, Duration> delayed = Collections.synchronizedMap(new LinkedHashMap<>());

    /** Is kept informed of the messages in hand. */
    InHand inHand = InHand.UNATTENDED;

    /** The tables' clock. */
    final FakeClock clock = new FakeClock();

    /** Whether a failed message holds up those after it in its group. */
    GroupOrder groups = GroupOrder.ALWAYS;

    private final BiConsumer<Runnable, Duration> later = delayed::put;
    private final AtomicLong nanos = new AtomicLong();

    long nanoTime() {
        return nanos.get();
    }

    void letPass(Duration time) {
        nanos.addAndGet(time.toNanos());
    }

    /** Runs a consumer, as one process would, until it ends by itself; by default when the queue has no more to give. */
    RunSummary run(String... knobs) {
        Settings settings = Samples.settings(knobs);
        Workers workers = settings.isSideBySide()
                ? sideBySide(SideBySide.daemons(settings), knobs)
                : new OneByOne(settings, batchHandler(settings), nanos::get);
        Receives receives = new Receives(queue(settings), settings.messagesPerReceive(), Receives.daemons());
        return new ReceiveLoop(settings, receives, workers, shutdown, new CallCounter(), nanos::get).run();
    }

    SideBySide sideBySide(Executor threads, String... knobs) {
        Settings settings = Samples.settings(knobs);
        DeliveryProcessor processor = processor(settings);
        Deletions deletions = new Deletions(settings, processor, later);
        BatchHandler batches = new BatchHandler(settings, queue(settings), processor, deletions, shutdown, groups);
        return new SideBySide(settings, batches, deletions, groups, nanos::get, threads);
    }

    /** Handles messages received together, by their bodies. */
    BatchHandler batchHandler(String... knobs) {
        return batchHandler(Samples.settings(knobs));
    }

    private BatchHandler batchHandler(Settings settings) {
        DeliveryProcessor processor = processor(settings);
        return new BatchHandler(
                settings, queue(settings), processor, new Deletions(settings, processor, later), shutdown, groups);
    }

    private DeliveryProcessor processor(Settings settings) {
        CrashPoints crashPoints = CrashPoints.of(settings, facts, () -> {
            throw new Crash();
        });
        Tables tables = tables(settings);
        MessageHandler handler = new MessageHandler(
                settings, facts, crashPoints, tables, claims(settings, tables), pauses::add, () -> NOW);
        return new DeliveryProcessor(settings, queue(settings), facts, crashPoints, handler);
    }

    /** While it waits for the end of another's claim, time passes. */
    private Claims claims(Settings settings, Tables tables) {
        Predicate<Duration> wait = time -> {
            clock.letPass(time);
            return shutdown.requested();
        };
        return new Claims(
                tables.statuses(),
                facts,
                queue(settings),
                wait,
                clock,
                Seconds.toDuration(settings.get(Knobs.LEASE_SECONDS)));
    }

    private SqsQueue queue(Settings settings) {
        return new SqsQueue(queue, settings.queueUrl(), GroupOrder.needsGroups(settings), facts, inHand);
    }

    private Tables tables(Settings settings) {
        ExternalService manner = settings.get(Knobs.EXTERNAL_SERVICE);
        StatusStore statuses = Lease.terms(settings)
                .<StatusStore>map(terms -> new LeaseTable(dynamoDb, FakeDynamoDb.STATUS, terms, clock))
                .orElseGet(() -> new StatusTable(dynamoDb, FakeDynamoDb.STATUS, clock));
        return new Tables(
                statuses,
                settings.get(Knobs.EFFECT) == EffectPlace.HTTP
                        ? HttpEffectService.of(settings)
                        : new SideEffectsTable(dynamoDb, FakeDynamoDb.EFFECTS, manner, clock));
    }

    /** The calls so far that are about these messages. */
    List<String> callsOf(String... ids) {
        return List.copyOf(calls).stream()
                .filter(call -> Stream.of(ids).anyMatch(id -> call.matches("\\w+ " + id + "( .*)?")))
                .toList();
    }
}
