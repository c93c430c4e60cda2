package dev.queuelab.producer.cli;

import dev.queuelab.core.history.Event;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import picocli.CommandLine;
import software.amazon.awssdk.retries.api.BackoffStrategy;

/** The whole program, but for the process around it. */
public final class ProducerFixture {
    public static final String QUEUE = "http://localhost:9324/queue-lab/plain";
    public static final String FIFO_QUEUE = "http://localhost:9324/queue-lab/ordered.fifo";
    public static final long ANY_SEED = 4711;

    public final ScriptedSqs sqs = new ScriptedSqs();
    public final FakeClock clock = new FakeClock();
    public final List<Event> history = new CopyOnWriteArrayList<>();
    public final Map<String, String> environment = new HashMap<>(Map.of("QUEUE_URL", QUEUE));
    public final StringWriter out = new StringWriter();
    public final StringWriter err = new StringWriter();

    private final BackoffStrategy backoff = BackoffStrategy.fixedDelayWithoutJitter(Duration.ofSeconds(1));

    /** Returns the exit code. */
    public int run(String... args) {
        ProducerContext context =
                new ProducerContext(sqs, () -> Map.of("Sqs.SendMessageBatch", 1L), backoff, history::add, clock, false);
        return run((queue, process) -> context, args);
    }

    public int run(ProducerContext.Opener opener, String... args) {
        CommandLine commandLine = ProduceCommand.with(environment, () -> ANY_SEED, opener);
        return commandLine
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(args);
    }

    public <E extends Event> List<E> recorded(Class<E> kind) {
        return history.stream().filter(kind::isInstance).map(kind::cast).toList();
    }
}
