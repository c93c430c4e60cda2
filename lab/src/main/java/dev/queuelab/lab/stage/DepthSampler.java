package dev.queuelab.lab.stage;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.queuelab.lab.runstore.LineFile;
import dev.queuelab.scenarios.check.Depth;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import software.amazon.awssdk.core.exception.SdkException;

/**
 * Looks at both queues' depths now and then, for the record only: nothing is judged by it, and a look that fails is left
 * out.
 */
final class DepthSampler implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration FOR_THE_LAST_LOOK = Duration.ofSeconds(5);

    private final StackView stack;
    private final LineFile file;
    private final Clock clock;
    private final ScheduledExecutorService looks = Executors.newSingleThreadScheduledExecutor(DepthSampler::thread);

    private DepthSampler(StackView stack, LineFile file, Clock clock) {
        this.stack = stack;
        this.file = file;
        this.clock = clock;
    }

    static DepthSampler start(StackView stack, RunContext scene) {
        DepthSampler sampler =
                new DepthSampler(stack, LineFile.begin(scene.folder().depths()), scene.clock());
        long millis = scene.environment().betweenSamples().toMillis();
        var unused = sampler.looks.scheduleWithFixedDelay(sampler::look, 0, millis, TimeUnit.MILLISECONDS);
        return sampler;
    }

    private void look() {
        try {
            ObjectNode line = JSON.createObjectNode().put("at", clock.instant().toString());
            Depth queue = stack.depth();
            Depth dead = stack.deadLetterDepth();
            line.set("queue", JSON.valueToTree(queue));
            line.set("deadLetterQueue", JSON.valueToTree(dead));
            file.write(line);
        } catch (SdkException e) {
            // The next look may be luckier.
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
