package dev.queuelab.consumer.bench;

import dev.queuelab.core.bench.Machine;
import dev.queuelab.core.bench.Program;
import dev.queuelab.core.bench.Report;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Measures consumer.jar and producer.jar beside a raw client with the same calls and the same number of threads, by turns,
 * on one sandbox; and how the consumer's rate grows with its concurrency where each call takes longer. Arguments: the folder
 * dist, the JSON file to write, and the page with the section to replace.
 */
public final class ThroughputBenchMain {
    private static final int REPETITIONS = 3;
    private static final int CONCURRENCY = 8;
    private static final int SENT = 2_000;
    private static final int CONSUMED = 1_000;
    private static final double LEAST_RATIO = 0.9;

    private static final int DELAY_MILLIS = 100;
    private static final List<Integer> CONCURRENCIES = List.of(1, 8, 32);
    private static final int MESSAGES_A_THREAD = 25;
    private static final double LEAST_GROWTH = 0.8;

    private static final List<String> OF_LAB = List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xmx128m");
    private static final Pattern URL = Pattern.compile("http://[0-9.:]+");

    private final Path dist;
    private final Path work;
    private final Run run;
    private final List<Report.Measurement> measurements = new ArrayList<>();
    private final List<Report.Target> targets = new ArrayList<>();

    private ThroughputBenchMain(Path dist, Path work) {
        this.dist = dist;
        this.work = work;
        this.run = new Run(dist, work, OF_LAB);
    }

    public static void main(String[] args) throws Exception {
        Path work = Files.createTempDirectory("queue-lab-bench-");
        ThroughputBenchMain bench = new ThroughputBenchMain(Path.of(args[0]), work);
        List<Report.Fact> machine = Machine.facts();
        bench.run();
        new Report(machine, bench.measurements, bench.targets)
                .publish(Path.of(args[1]), Path.of(args[2]), "throughput", "raw client", "ours");
    }

    private void run() throws IOException, InterruptedException {
        Path outputs = work.resolve("outputs.json");
        List<String> arguments = List.of("--visibility-timeout=60", "--outputs=" + outputs);
        try (Program sandbox = Program.start(OF_LAB.subList(0, 2), dist.resolve("sandbox.jar"), arguments)) {
            System.out.println(sandbox.ready());
            besideRawClient(Stack.of(outputs, "happy"));
            withDelay(Stack.of(outputs, "dup"));
        }
    }

    private void besideRawClient(Stack stack) throws IOException, InterruptedException {
        double[][] sent = new double[2][REPETITIONS];
        double[][] consumed = new double[2][REPETITIONS];
        run.rawClient(stack, "send", CONSUMED, CONCURRENCY); // warms the sandbox up
        run.rawClient(stack, "consume", CONSUMED, CONCURRENCY);
        for (int repetition = 0; repetition < REPETITIONS; repetition++) {
            sent[0][repetition] = run.rawClient(stack, "send", SENT, CONCURRENCY);
            consumed[1][repetition] = consume(stack, CONSUMED, CONCURRENCY);
            consumed[0][repetition] = run.rawClient(stack, "consume", SENT - CONSUMED, CONCURRENCY);
            sent[1][repetition] = run.producer(stack, SENT, CONCURRENCY);
            consumed[0][repetition] =
                    (consumed[0][repetition] + run.rawClient(stack, "consume", SENT - CONSUMED, CONCURRENCY)) / 2;
            consumed[1][repetition] = (consumed[1][repetition] + consume(stack, CONSUMED, CONCURRENCY)) / 2;
            System.out.println(String.format(
                    Locale.ROOT,
                    "repetition %d of %d: sent %.0f raw, %.0f ours; consumed %.0f raw, %.0f ours",
                    repetition + 1,
                    REPETITIONS,
                    sent[0][repetition],
                    sent[1][repetition],
                    consumed[0][repetition],
                    consumed[1][repetition]));
        }
        compare("messages sent, " + CONCURRENCY + " batches at once", sent);
        compare("messages consumed with tables, concurrency " + CONCURRENCY, consumed);
    }

    private double consume(Stack stack, int messages, int concurrency) throws IOException, InterruptedException {
        return run.consumer(
                stack,
                messages,
                "CONCURRENCY",
                Integer.toString(concurrency),
                "MAX_MESSAGES",
                "10",
                "DELETE_BATCH_SIZE",
                "10");
    }

    private void compare(String name, double[][] rates) {
        double[] ratios = new double[REPETITIONS];
        for (int repetition = 0; repetition < REPETITIONS; repetition++) {
            ratios[repetition] = rates[1][repetition] / rates[0][repetition];
        }
        double ratio = Run.median(ratios);
        measurements.add(new Report.Measurement(name, "a second", Run.median(rates[0]), Run.median(rates[1]), ratio));
        targets.add(new Report.Target(name + ", of the raw client", "at least 0.90", ratio, "", ratio >= LEAST_RATIO));
    }

    /** A delay long enough for the sandbox not to be the limit, up to the greatest concurrency. */
    private void withDelay(Stack stack) throws IOException, InterruptedException {
        List<String> arguments = List.of(
                "--sqs=" + stack.sqs(), "--dynamodb=" + stack.dynamoDb(), "--fault=delay:millis=" + DELAY_MILLIS);
        try (Program gateway = Program.start(OF_LAB.subList(0, 2), dist.resolve("gateway.jar"), arguments)) {
            Matcher url = URL.matcher(gateway.ready());
            if (!url.find()) {
                throw new IllegalStateException("no URL in: " + gateway.ready());
            }
            double ofOne = 0;
            for (int concurrency : CONCURRENCIES) {
                int messages = MESSAGES_A_THREAD * concurrency;
                run.producer(stack, messages, 1);
                double rate = consume(stack.through(url.group()), messages, concurrency);
                ofOne = concurrency == 1 ? rate : ofOne;
                double growth = rate / ofOne / concurrency;
                String name =
                        "consumed at " + DELAY_MILLIS + " ms a call, concurrency " + concurrency + ", of linear growth";
                measurements.add(new Report.Measurement(name, "a second", ofOne * concurrency, rate, growth));
                targets.add(new Report.Target(name, "at least 0.80", growth, "", growth >= LEAST_GROWTH));
                System.out.println(String.format(Locale.ROOT, "%s: %.1f a second, %.2f", name, rate, growth));
            }
        }
    }
}
