package dev.queuelab.lab.stage;

import dev.queuelab.lab.runstore.DepthSample;
import dev.queuelab.lab.runstore.JsonLinesWriter;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import software.amazon.awssdk.core.exception.SdkException;

/**
 * Looks at both queues' depths now and then, for the report only: nothing is judged by it, and a look that fails is left
 * out.
 */
final class DepthSampler implements AutoCloseable {
    private static final Duration FOR_THE_LAST_LOOK = Duration.ofSeconds(5);

    private final StackView stack;
    private final JsonLinesWriter file;
    private final Clock clock;
    private final ScheduledExecutorService looks = Executors.newSingleThreadScheduledExecutor(DepthSampler::thread);

    private DepthSampler(StackView stack, JsonLinesWriter file, Clock clock) {
        this.stack = stack;
        this.file = file;
        this.clock = clock;
    }

    static DepthSampler start(StageServices services) {
        DepthSampler sampler = new DepthSampler(
                services.stack(),
                JsonLinesWriter.create(services.run().folder().depths()),
                services.run().clock());
        long millis = services.run().environment().betweenSamples().toMillis();
        var unused = sampler.looks.scheduleWithFixedDelay(sampler::look, 0, millis, TimeUnit.MILLISECONDS);
        return sampler;
    }

    private void look() {
        try {
            Instant now = clock.instant();
            file.write(new DepthSample(now, stack.depth(), stack.deadLetterDepth()));
        } catch (SdkException e) {
            // The next look may succeed.
        }
    }

    /** Looks a last time, and stops. */
    @Override
    public void close() {
        looks.shutdown();
        try {
            if (looks.awaitTermination(FOR_THE_LAST_LOOK.toMillis(), TimeUnit.MILLISECONDS)) {
                look();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        file.close();
    }

    private static Thread thread(Runnable work) {
        Thread thread = new Thread(work, "depth sampler");
        thread.setDaemon(true);
        return thread;
    }
}
