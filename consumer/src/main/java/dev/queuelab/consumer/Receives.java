package dev.queuelab.consumer;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.core.exception.SdkException;

/**
 * Receives more messages than one call can bring, by several calls at once. One call of 10 messages takes as long as the
 * network needs, and so alone would hold up many threads that work on them. Other calls than the first are made only
 * after one that brought all it had asked for, and do not wait for messages: so an idle consumer has one poll open.
 */
final class Receives {
    private static final Logger log = LoggerFactory.getLogger(Receives.class);

    /** Calls at once: for 64 messages of 10 a call. */
    private static final int MOST_CALLS = 7;

    private final SqsQueue queue;
    private final int messagesPerCall;
    private final Executor threads;
    private boolean lastWasFull;

    /** @param threads on which all calls but the first are made */
    Receives(SqsQueue queue, int messagesPerCall, Executor threads) {
        this.queue = queue;
        this.messagesPerCall = messagesPerCall;
        this.threads = threads;
    }

    /** Threads that begin when they are needed, and do not keep the process up. */
    static Executor daemons() {
        return Executors.newCachedThreadPool(task -> {
            Thread thread = new Thread(task, "receiver");
            thread.setDaemon(true);
            return thread;
        });
    }

    /**
     * Asks for up to {@code most} messages.
     *
     * @param others gets what other calls than the first bring, as it comes, on their threads
     * @return what the first call brought, once the others have ended
     * @throws SdkException if the first call fails
     */
    List<Delivery> receive(int most, int waitSeconds, Consumer<List<Delivery>> others) {
        int first = Math.min(most, messagesPerCall);
        List<CompletableFuture<Void>> calls = lastWasFull ? begin(most - first, others) : List.of();
        lastWasFull = false;
        try {
            List<Delivery> batch = queue.receive(first, waitSeconds);
            lastWasFull = batch.size() == first;
            return batch;
        } finally {
            calls.forEach(Receives::await);
        }
    }

    private List<CompletableFuture<Void>> begin(int most, Consumer<List<Delivery>> taker) {
        List<CompletableFuture<Void>> calls = new ArrayList<>();
        for (int left = most; left > 0 && calls.size() < MOST_CALLS - 1; left -= messagesPerCall) {
            int asked = Math.min(left, messagesPerCall);
            calls.add(CompletableFuture.runAsync(() -> taker.accept(queue.receive(asked, 0)), threads));
        }
        return calls;
    }

    /** An error of the queue is left to the first call, which meets it as well, if not now then the next time. */
    private static void await(CompletableFuture<Void> call) {
        try {
            call.join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof SdkException error) {
                log.debug("one of several receives failed: {}", error.toString());
            } else if (e.getCause() instanceof Error error) {
                throw error;
            } else {
                throw e.getCause() instanceof RuntimeException error ? error : e;
            }
        }
    }
}
