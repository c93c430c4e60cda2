package dev.queuelab.producer;

import dev.queuelab.core.history.Event;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine;
import software.amazon.awssdk.retries.api.BackoffStrategy;

/** The whole program, but for the process around it. */
final class Rig {
    static final String QUEUE = "http://localhost:9324/queue-lab/plain";
    static final String FIFO_QUEUE = "http://localhost:9324/queue-lab/ordered.fifo";
    static final long ANY_SEED = 4711;

    final ScriptedSqs sqs = new ScriptedSqs();
    final FakeTimeline timeline = new FakeTimeline();
    final List<Event> history = new ArrayList<>();
    final Map<String, String> environment = new HashMap<>(Map.of("QUEUE_URL", QUEUE));
    final StringWriter out = new StringWriter();
    final StringWriter err = new StringWriter();

    private final BackoffStrategy backoff = BackoffStrategy.fixedDelayWithoutJitter(Duration.ofSeconds(1));

    /** Returns the exit code. */
    int run(String... args) {
        World world = new World(sqs, () -> Map.of("Sqs.SendMessageBatch", 1L), backoff, history::add, timeline, false);
        return run((queue, process) -> world, args);
    }

    int run(World.Opener opener, String... args) {
        CommandLine commandLine = ProduceCommand.with(environment, () -> ANY_SEED, opener);
        return commandLine
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(args);
    }

    <E extends Event> List<E> recorded(Class<E> kind) {
        return history.stream().filter(kind::isInstance).map(kind::cast).toList();
    }
}
