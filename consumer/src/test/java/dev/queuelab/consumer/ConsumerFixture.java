package dev.queuelab.consumer;

import dev.queuelab.core.aws.CallCounter;
import dev.queuelab.core.knob.EffectPlace;
import dev.queuelab.core.knob.ExternalService;
import dev.queuelab.core.knob.Knobs;
import dev.queuelab.core.process.Shutdown;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

/** A consumer without its process: on a queue and tables in memory, and a clock that a test sets. */
final class ConsumerFixture {
    /** Ends the consumer where a crash would end its process. */
    static final class Crash extends Error {
        private static final long serialVersionUID = 1L;
    }

    /** A moment that is never the EPOCH, which stands for no moment at all. */
    static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");

    final List<String> calls = new ArrayList<>();
    final Facts facts = new Facts();
    final Shutdown shutdown = Shutdown.never();
    final FakeQueue queue = new FakeQueue(calls, shutdown::request);
    final FakeDynamoDb dynamoDb = new FakeDynamoDb(calls);
    final List<Duration> pauses = new ArrayList<>();
    private long nanos;

    void letPass(Duration time) {
        nanos += time.toNanos();
    }

    /** Runs a consumer, as one process would, until it ends by itself; by default when the queue has no more to give. */
    RunSummary run(String... knobs) {
        Settings settings = Samples.settings(knobs);
        return new ReceiveLoop(settings, queue(), batchHandler(settings), shutdown, new CallCounter(), () -> nanos)
                .run();
    }

    /** Handles messages received together, by their bodies. */
    BatchHandler batchHandler(String... knobs) {
        return batchHandler(Samples.settings(knobs));
    }

    private BatchHandler batchHandler(Settings settings) {
        CrashPoints crashPoints = CrashPoints.of(settings, facts, () -> {
            throw new Crash();
        });
        MessageHandler handler =
                new MessageHandler(settings, facts, crashPoints, tables(settings), pauses::add, () -> NOW);
        return new BatchHandler(
                settings, queue(), new DeliveryProcessor(settings, queue(), facts, crashPoints, handler), shutdown);
    }

    private SqsQueue queue() {
        return new SqsQueue(queue, Samples.QUEUE_URL, facts);
    }

    private Tables tables(Settings settings) {
        Clock clock = Clock.fixed(Instant.EPOCH, ZoneOffset.UTC);
        ExternalService manner = settings.get(Knobs.EXTERNAL_SERVICE);
        return new Tables(
                new StatusTable(dynamoDb, FakeDynamoDb.STATUS, clock),
                settings.get(Knobs.EFFECT) == EffectPlace.HTTP
                        ? HttpEffectService.of(settings)
                        : new SideEffectsTable(dynamoDb, FakeDynamoDb.EFFECTS, manner, clock));
    }
}
