package dev.queuelab.gateway.bench;

import dev.queuelab.core.bench.Machine;
import dev.queuelab.core.bench.Program;
import dev.queuelab.core.bench.Report;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutionException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;

/**
 * Measures what the gateway adds: calls of the AWS SDK for Java to the sandbox, directly, through a gateway that keeps its
 * history and has no fault, and through a plain proxy, by turns in one run. Arguments: the folder dist, the JSON file to
 * write, and the page with the table to replace.
 */
public final class GatewayBenchMain {
    private static final int REPETITIONS = 5;
    private static final int THREADS = 8;
    private static final int WARM_UP_CALLS = 6_000;
    private static final int CALLS_OF_ONE_THREAD = 900;
    private static final int CALLS_OF_ALL_THREADS = 4_500;
    private static final int STARTS = 7;
    private static final int MEMORY_CALLS = 100_000;
    private static final int MEMORY_WARM_UP = 20_000;

    private static final double MOST_ADDED_MILLIS = 0.30;
    private static final double LEAST_RATIO = 0.6;

    /** The limit of what is added was set where a plain proxy added 0.35 ms. */
    private static final double MOST_OF_PLAIN = 0.86;

    private static final double MOST_START_SECONDS = 0.3;
    private static final double MOST_GROWTH_MEBIBYTES = 4;

    private static final double NANOS_A_SECOND = 1e9;
    private static final double NANOS_A_MICRO = 1e3;
    private static final double KIBI = 1024;
    private static final Pattern URL = Pattern.compile("http://[0-9.:]+");

    private final Path dist;
    private final Path work;

    private GatewayBenchMain(Path dist, Path work) {
        this.dist = dist;
        this.work = work;
    }

    public static void main(String[] args) throws Exception {
        System.setProperty("http.maxConnections", Integer.toString(2 * THREADS)); // connections that the client keeps
        Path work = Files.createTempDirectory("queue-lab-bench-");
        try {
            new GatewayBenchMain(Path.of(args[0]), work)
                    .run()
                    .publish(Path.of(args[1]), Path.of(args[2]), "gateway", "direct", "through the gateway");
        } finally {
            delete(work);
        }
    }

    private Report run() throws Exception {
        List<Report.Fact> machine = new ArrayList<>(Machine.facts());
        List<Report.Target> targets = new ArrayList<>();
        starts(machine, targets);
        List<Report.Measurement> measurements = new ArrayList<>();
        try (Program sandbox = Program.start(quick("sandbox"), dist.resolve("sandbox.jar"), List.of())) {
            calls(url(sandbox), machine, measurements, targets);
            memory(url(sandbox), machine, targets);
        }
        return new Report(machine, measurements, targets);
    }

    private void starts(List<Report.Fact> machine, List<Report.Target> targets) throws IOException {
        double[] plain = new double[STARTS];
        double[] documented = new double[STARTS];
        for (int start = 0; start < STARTS; start++) {
            plain[start] = start(List.of());
            documented[start] = start(quick("gateway"));
        }
        machine.add(new Report.Fact("start without the archive", text(median(plain)) + " s"));
        double seconds = median(documented);
        targets.add(new Report.Target("start", "at most 0.30 s", seconds, "s", seconds <= MOST_START_SECONDS));
        progress("start " + text(seconds) + " s, without the archive " + text(median(plain)) + " s");
    }

    private double start(List<String> options) throws IOException {
        try (Program gateway = gateway(options, URI.create("http://127.0.0.1:1"))) {
            return gateway.startNanos() / NANOS_A_SECOND;
        }
    }

    private Program gateway(List<String> options, URI sqs) throws IOException {
        return Program.start(
                options,
                dist.resolve("gateway.jar"),
                List.of("--sqs=" + sqs, "--history=" + work.resolve("calls-" + System.nanoTime() + ".jsonl")));
    }

    /** As the manual says to start a program. */
    private List<String> quick(String program) {
        return List.of(
                "-XX:+UseSerialGC",
                "-Xshare:auto",
                "-Xlog:disable",
                "-XX:SharedArchiveFile=" + dist.resolve("cds/" + program + ".jsa"));
    }

    private void calls(
            URI sandbox, List<Report.Fact> machine, List<Report.Measurement> measurements, List<Report.Target> targets)
            throws IOException, InterruptedException, ExecutionException {
        double[][] direct = new double[4][REPETITIONS];
        double[][] through = new double[4][REPETITIONS];
        double[][] throughPlain = new double[4][REPETITIONS];
        try (Program gateway = gateway(quick("gateway"), sandbox);
                Program proxy = Program.start(PlainProxyMain.class, List.of(sandbox.toString()));
                Load plain = new Load(sandbox, THREADS);
                Load behind = new Load(url(gateway), THREADS);
                Load behindProxy = new Load(url(proxy), THREADS)) {
            for (int round = 0; round < 2; round++) {
                plain.run(THREADS, WARM_UP_CALLS);
                behind.run(THREADS, WARM_UP_CALLS);
                behindProxy.run(THREADS, WARM_UP_CALLS);
            }
            long cpu = gateway.cpuNanos();
            for (int repetition = 0; repetition < REPETITIONS; repetition++) {
                measure(plain, direct, repetition);
                measure(behind, through, repetition);
                measure(behindProxy, throughPlain, repetition);
                progress("repetition " + (repetition + 1) + " of " + REPETITIONS + ": one thread "
                        + text(direct[0][repetition]) + " and " + text(through[0][repetition]) + " ms, " + THREADS
                        + " threads " + text(direct[3][repetition]) + " and " + text(through[3][repetition])
                        + " a second");
            }
            double calls = REPETITIONS * (CALLS_OF_ONE_THREAD + (double) CALLS_OF_ALL_THREADS);
            machine.add(new Report.Fact(
                    "the gateway's processor time",
                    text((gateway.cpuNanos() - cpu) / calls / NANOS_A_MICRO) + " µs a call"));
        }
        measurements.add(measurement("median of a call, 1 thread", "ms", direct[0], through[0]));
        measurements.add(measurement("rate, 1 thread", "calls/s", direct[1], through[1]));
        measurements.add(measurement("median of a call, " + THREADS + " threads", "ms", direct[2], through[2]));
        measurements.add(measurement("rate, " + THREADS + " threads", "calls/s", direct[3], through[3]));
        double added = median(differences(through[0], direct[0]));
        double addedByPlain = median(differences(throughPlain[0], direct[0]));
        double ofPlain = added / addedByPlain;
        machine.add(new Report.Fact(
                "a plain proxy of the JDK",
                "adds " + text(addedByPlain) + " ms at the median, 1 thread; its rate with " + THREADS + " threads is "
                        + text(median(throughPlain[3]) / median(direct[3])) + " of the direct one"));
        double ratio = measurements.get(3).ratio();
        targets.add(new Report.Target(
                "added at the median, 1 thread", "at most 0.30 ms", added, "ms", added <= MOST_ADDED_MILLIS));
        targets.add(new Report.Target(
                "that, of what a plain proxy of the JDK adds", "at most 0.86", ofPlain, "", ofPlain <= MOST_OF_PLAIN));
        targets.add(new Report.Target(
                "rate with " + THREADS + " threads, of the direct one",
                "at least 0.60",
                ratio,
                "",
                ratio >= LEAST_RATIO));
    }

    private static void measure(Load load, double[][] results, int repetition)
            throws InterruptedException, ExecutionException {
        Load.Result one = load.run(1, CALLS_OF_ONE_THREAD);
        Load.Result all = load.run(THREADS, CALLS_OF_ALL_THREADS);
        results[0][repetition] = one.medianMillis();
        results[1][repetition] = one.callsASecond();
        results[2][repetition] = all.medianMillis();
        results[3][repetition] = all.callsASecond();
    }

    private void memory(URI sandbox, List<Report.Fact> machine, List<Report.Target> targets)
            throws IOException, InterruptedException, ExecutionException {
        List<String> small = new ArrayList<>(quick("gateway"));
        small.add("-Xmx64m");
        try (Program gateway = gateway(small, sandbox);
                Load load = new Load(url(gateway), THREADS)) {
            load.run(THREADS, MEMORY_WARM_UP);
            long before = gateway.liveKibibytes();
            load.run(THREADS, MEMORY_CALLS);
            long after = gateway.liveKibibytes();
            machine.add(new Report.Fact(
                    "resident memory with -Xmx64m, after " + (MEMORY_WARM_UP + MEMORY_CALLS) + " calls",
                    gateway.residentKibibytes()
                            .map(kibibytes -> text(kibibytes / KIBI) + " MiB")
                            .orElse("not known")));
            double growth = (after - before) / KIBI;
            targets.add(new Report.Target(
                    "growth of live memory over 100,000 calls, from " + text(before / KIBI) + " MiB",
                    "at most 4 MiB",
                    growth,
                    "MiB",
                    growth <= MOST_GROWTH_MEBIBYTES));
        }
    }

    private static Report.Measurement measurement(String name, String unit, double[] direct, double[] through) {
        double[] ratios = new double[direct.length];
        for (int index = 0; index < direct.length; index++) {
            ratios[index] = through[index] / direct[index];
        }
        return new Report.Measurement(name, unit, median(direct), median(through), median(ratios));
    }

    private static double[] differences(double[] these, double[] those) {
        double[] differences = new double[these.length];
        for (int index = 0; index < these.length; index++) {
            differences[index] = these[index] - those[index];
        }
        return differences;
    }

    private static double median(double[] values) {
        double[] sorted = DoubleStream.of(values).sorted().toArray();
        return sorted[sorted.length / 2];
    }

    private static URI url(Program program) {
        Matcher url = URL.matcher(program.ready());
        if (!url.find()) {
            throw new IllegalStateException("no URL in: " + program.ready());
        }
        return URI.create(url.group());
    }

    private static String text(double number) {
        return String.format(Locale.ROOT, "%.2f", number);
    }

    private static void progress(String line) {
        System.out.println(line);
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            files.sorted(Comparator.reverseOrder()).forEach(file -> {
                try {
                    Files.delete(file);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
        }
    }
}
