package dev.queuelab.consumer;

import java.util.List;
import java.util.function.LongSupplier;

/** Works on the messages on the thread that received them, one after the other: CONCURRENCY=1. */
final class OneByOne implements Workers {
    private final BatchHandler batches;
    private final LongSupplier nanoTime;
    private final int room;
    private int processed;
    private long lastEndNanos;

    OneByOne(Settings settings, BatchHandler batches, LongSupplier nanoTime) {
        this.room = settings.messagesPerReceive();
        this.batches = batches;
        this.nanoTime = nanoTime;
        this.lastEndNanos = nanoTime.getAsLong();
    }

    @Override
    public Standing standing() {
        return new Standing(processed, 0, room, lastEndNanos);
    }

    @Override
    public void take(List<Delivery> batch) {
        processed += batches.handle(batch);
        lastEndNanos = nanoTime.getAsLong();
    }

    @Override
    public void awaitChange(Standing seen) {
        throw new IllegalStateException("nothing is ever in hand between two receives");
    }

    @Override
    public void finish() {}
}
