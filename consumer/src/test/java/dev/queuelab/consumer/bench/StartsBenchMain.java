package dev.queuelab.consumer.bench;

import dev.queuelab.core.bench.Machine;
import dev.queuelab.core.bench.Program;
import dev.queuelab.core.bench.Report;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/**
 * Measures whole processes, from their start to their end, by turns with what they are compared with. Arguments: the folder
 * dist, the JSON file to write, the page with the section to replace, and, if there is one to be compared with, the command
 * of another producer, which sends ten messages to QUEUE_URL.
 */
public final class StartsBenchMain {
    private static final int REPETITIONS = 11;
    private static final double MOST_OF_JAVA = 2.5;
    private static final double MOST_OF_PEER = 1.0;
    private static final double MOST_MEBIBYTES = 80;
    private static final double NANOS_A_SECOND = 1e9;
    private static final double KIBI = 1024;

    private static final List<String> QUICK =
            List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xshare:auto", "-Xlog:disable");

    private final Path dist;
    private final List<String> peer;
    private final List<Report.Measurement> measurements = new ArrayList<>();
    private final List<Report.Target> targets = new ArrayList<>();

    private StartsBenchMain(Path dist, List<String> peer) {
        this.dist = dist;
        this.peer = peer;
    }

    public static void main(String[] args) throws Exception {
        List<Report.Fact> machine = Machine.facts();
        StartsBenchMain bench =
                new StartsBenchMain(Path.of(args[0]), List.of(args).subList(3, args.length));
        bench.run();
        new Report(machine, bench.measurements, bench.targets)
                .publish(Path.of(args[1]), Path.of(args[2]), "starts", "compared with", "ours");
    }

    private void run() throws IOException, InterruptedException {
        Path outputs = Files.createTempFile("queue-lab-bench-", ".json");
        List<String> sandboxOptions = new ArrayList<>(QUICK);
        sandboxOptions.add(archive("sandbox"));
        try (Program sandbox =
                Program.start(sandboxOptions, dist.resolve("sandbox.jar"), List.of("--outputs=" + outputs))) {
            System.out.println(sandbox.ready());
            Map<String, String> stack = Stack.of(outputs, "happy").variables();
            List<String> version = new ArrayList<>(List.of(java()));
            version.addAll(QUICK);
            version.add("-version");
            double ofJava =
                    compare("runner.jar --list, and java -version", version, program("runner", "--list"), Map.of());
            targets.add(new Report.Target(
                    "runner.jar --list, of java -version", "at most 2.50", ofJava, "", ofJava <= MOST_OF_JAVA));
            List<String> plain = new ArrayList<>(List.of(java()));
            plain.addAll(QUICK);
            plain.addAll(List.of("-cp", System.getProperty("java.class.path"), PlainSendMain.class.getName()));
            compare(
                    "producer.jar that sends 10 messages, and Java's HTTP client alone",
                    plain,
                    program("producer", "--n=10"),
                    stack);
            if (!peer.isEmpty()) {
                comparePeer(stack);
            }
            consumers(version, stack);
        } finally {
            Files.delete(outputs);
        }
    }

    private void comparePeer(Map<String, String> stack) throws IOException, InterruptedException {
        String name = peer.stream().map(word -> word.replaceAll(".*/", "")).collect(Collectors.joining(" "));
        double ofPeer =
                compare("producer.jar that sends 10 messages, and " + name, peer, program("producer", "--n=10"), stack);
        targets.add(new Report.Target(
                "producer.jar that sends 10 messages, of " + name, "at most 1.00", ofPeer, "", ofPeer <= MOST_OF_PEER));
    }

    private void consumers(List<String> version, Map<String, String> stack) throws IOException, InterruptedException {
        Map<String, String> variables = new TreeMap<>(stack);
        variables.put("MESSAGE_LIMIT", "1");
        compare("consumer.jar that works on 1 message, and java -version", version, program("consumer"), variables);
        variables.put("MESSAGE_LIMIT", "20");
        double mebibytes = mostResident(program("consumer"), variables) / KIBI;
        targets.add(new Report.Target(
                "resident memory of a consumer that works on 20 messages",
                "at most 80 MiB",
                mebibytes,
                "MiB",
                mebibytes <= MOST_MEBIBYTES));
    }

    private static String java() {
        return Program.bin("java").toString();
    }

    private String archive(String program) {
        return "-XX:SharedArchiveFile=" + dist.resolve("cds/" + program + ".jsa");
    }

    private List<String> program(String name, String... arguments) {
        List<String> command = new ArrayList<>(List.of(java()));
        command.addAll(QUICK);
        command.addAll(
                List.of(archive(name), "-jar", dist.resolve(name + ".jar").toString()));
        command.addAll(List.of(arguments));
        return command;
    }

    /** Returns the median of the ratios. */
    private double compare(String name, List<String> reference, List<String> ours, Map<String, String> variables)
            throws IOException, InterruptedException {
        double[] theirs = new double[REPETITIONS];
        double[] measured = new double[REPETITIONS];
        double[] ratios = new double[REPETITIONS];
        for (int repetition = -1; repetition < REPETITIONS; repetition++) {
            double one = seconds(reference, variables);
            double other = seconds(ours, variables);
            if (repetition >= 0) { // the first only brings the files into memory
                theirs[repetition] = one;
                measured[repetition] = other;
                ratios[repetition] = other / one;
            }
        }
        double ratio = Run.median(ratios);
        measurements.add(new Report.Measurement(name, "s", Run.median(theirs), Run.median(measured), ratio));
        System.out.println(name + ": " + Run.median(theirs) + " s and " + Run.median(measured) + " s");
        return ratio;
    }

    private static double seconds(List<String> command, Map<String, String> variables)
            throws IOException, InterruptedException {
        long begin = System.nanoTime();
        Process process = start(command, variables);
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        int code = process.waitFor();
        if (code != 0) {
            throw new IOException(command + " ended with " + code + ": " + output);
        }
        return (System.nanoTime() - begin) / NANOS_A_SECOND;
    }

    private static Process start(List<String> command, Map<String, String> variables) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().putAll(variables);
        return builder.start();
    }

    /** In KiB, by looking until it ends; 0 where the system has no /proc. */
    private static long mostResident(List<String> command, Map<String, String> variables)
            throws IOException, InterruptedException {
        Process process = start(command, variables);
        Path status = Path.of("/proc", Long.toString(process.pid()), "status");
        long most = 0;
        while (!process.waitFor(20, TimeUnit.MILLISECONDS)) {
            most = Math.max(most, resident(status));
        }
        return most;
    }

    private static long resident(Path status) {
        try {
            return Files.readAllLines(status).stream()
                    .filter(line -> line.startsWith("VmRSS:"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D+", "")))
                    .max()
                    .orElse(0);
        } catch (IOException e) {
            return 0; // it has ended
        }
    }
}
