package dev.queuelab.consumer.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.queuelab.core.bench.Machine;
import dev.queuelab.core.bench.Program;
import dev.queuelab.core.bench.Report;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;

/**
 * Measures consumer.jar beside consumers made with well-known libraries, at their defaults, and a raw client, by turns, on one
 * sandbox. All do the same: they receive messages, ask an external service to do the work of each, and delete them. Arguments:
 * the folder dist, the folder of the adapters, the JSON file to write, and the page with the section to replace.
 */
public final class PeersBenchMain {
    private static final int REPETITIONS = 3;
    private static final int MESSAGES = 1_000;
    private static final int WARM_UP = 300;
    private static final int ONE = 1;
    private static final int TEN = 10;
    private static final double LEAST_OF_A_PEER = 1.0;
    private static final Duration LIMIT = Duration.ofMinutes(3);
    private static final Duration TO_END = Duration.ofSeconds(40);
    private static final String OURS = "consumer.jar";

    private static final List<String> OF_LAB = List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC");

    /**
     * A consumer.
     *
     * @param atOnce how many messages it works on at once
     */
    private record Contestant(String name, int atOnce, List<String> command, Map<String, String> variables) {}

    private final Path dist;
    private final Path adapters;
    private final Path work;
    private final Run run;
    private final List<Report.Measurement> measurements = new ArrayList<>();
    private final List<Report.Target> targets = new ArrayList<>();

    private PeersBenchMain(Path dist, Path adapters, Path work) {
        this.dist = dist;
        this.adapters = adapters;
        this.work = work;
        this.run = new Run(dist, work, OF_LAB);
    }

    public static void main(String[] args) throws Exception {
        System.setProperty("sun.net.httpserver.nodelay", "true");
        Path work = Files.createTempDirectory("queue-lab-bench-");
        PeersBenchMain bench = new PeersBenchMain(Path.of(args[0]), Path.of(args[1]), work);
        List<Report.Fact> machine = Machine.facts();
        bench.run();
        new Report(machine, bench.measurements, bench.targets)
                .publish(Path.of(args[2]), Path.of(args[3]), "peers", "compared with", "measured");
    }

    private void run() throws IOException, InterruptedException {
        Path outputs = work.resolve("outputs.json");
        List<Contestant> peers = new ArrayList<>();
        addPeer(peers, "amazon-sqs-jms", ONE);
        addPeer(peers, "sqs-async-batch-manager", ONE);
        addPeer(peers, "sqs-consumer", ONE);
        addPeer(peers, "spring-cloud-aws", TEN);
        try (EffectCounter effects = new EffectCounter();
                Program sandbox = Program.start(
                        OF_LAB,
                        dist.resolve("sandbox.jar"),
                        List.of("--visibility-timeout=60", "--outputs=" + outputs))) {
            System.out.println(sandbox.ready());
            Iterator<Stack> stacks = Stack.standard(outputs).iterator();
            for (int atOnce : List.of(ONE, TEN)) {
                List<Contestant> all = new ArrayList<>(List.of(rawClient(atOnce), ours(atOnce)));
                peers.stream().filter(peer -> peer.atOnce() == atOnce).forEach(all::add);
                compare(all, measure(all, stacks, effects));
            }
        }
    }

    /** Adds it, unless it cannot be installed here. */
    private void addPeer(List<Contestant> peers, String folder, int atOnce) throws IOException, InterruptedException {
        String program =
                adapters.resolve(folder).resolve("run").toAbsolutePath().toString();
        if (new ProcessBuilder(program, "--install").inheritIO().start().waitFor() == 0) {
            JsonNode about = new ObjectMapper()
                    .readTree(adapters.resolve(folder).resolve("adapter.json").toFile());
            String name =
                    about.path("library").asText() + " " + about.path("version").asText();
            peers.add(new Contestant(name, atOnce, List.of(program), Map.of()));
        } else {
            System.out.println("skipped: conformance/" + folder + " cannot be installed here");
        }
    }

    private Contestant rawClient(int atOnce) {
        List<String> command = new ArrayList<>(List.of(Program.bin("java").toString()));
        command.addAll(OF_LAB);
        command.addAll(List.of(
                "-cp",
                dist.resolve("consumer.jar") + ":" + System.getProperty("java.class.path"),
                RawClientMain.class.getName(),
                "work",
                Integer.toString(
                        2 * MESSAGES), // it goes on until it is stopped, whatever others have left on the queue
                Integer.toString(atOnce),
                "unused"));
        return new Contestant("raw client", atOnce, command, Map.of());
    }

    private Contestant ours(int atOnce) {
        List<String> command = new ArrayList<>(List.of(Program.bin("java").toString()));
        command.addAll(OF_LAB);
        command.addAll(List.of("-jar", dist.resolve("consumer.jar").toString()));
        Map<String, String> knobs = Map.of(
                "EFFECT", "http",
                "CONCURRENCY", Integer.toString(atOnce),
                "MAX_MESSAGES", "10",
                "DELETE_BATCH_SIZE", "10",
                "MESSAGE_STATUS_TABLE", "",
                "MESSAGE_SIDE_EFFECTS_TABLE", "");
        return new Contestant(OURS, atOnce, command, knobs);
    }

    /**
     * Messages a second: of each contestant, in each repetition. Each has a queue of its own: a receive that one has left open at its
     * end would take messages from the next.
     */
    private double[][] measure(List<Contestant> all, Iterator<Stack> stacks, EffectCounter effects)
            throws IOException, InterruptedException {
        double[][] rates = new double[all.size()][REPETITIONS];
        for (int repetition = 0; repetition < REPETITIONS; repetition++) {
            for (int place = 0; place < all.size(); place++) {
                rates[place][repetition] = rate(all.get(place), stacks.next(), effects);
                System.out.println(String.format(
                        Locale.ROOT,
                        "repetition %d of %d, %d at once: %s: %.0f a second",
                        repetition + 1,
                        REPETITIONS,
                        all.get(place).atOnce(),
                        all.get(place).name(),
                        rates[place][repetition]));
            }
        }
        return rates;
    }

    private double rate(Contestant contestant, Stack stack, EffectCounter effects)
            throws IOException, InterruptedException {
        String ids = "peer" + System.nanoTime();
        run.rawClient(stack, "send", MESSAGES, TEN, ids);
        effects.expect(ids);
        Map<String, String> variables = new TreeMap<>(stack.variables());
        variables.put("AWS_ENDPOINT_URL", stack.sqs());
        variables.put("EFFECT_URL", effects.url());
        variables.putAll(contestant.variables());
        ProcessBuilder builder = new ProcessBuilder(contestant.command())
                .redirectErrorStream(true)
                .redirectOutput(work.resolve("output.txt").toFile());
        builder.environment().putAll(variables);
        Process process = builder.start();
        try {
            return effects.awaitRate(MESSAGES, WARM_UP, LIMIT);
        } catch (IOException e) {
            throw new IOException(
                    contestant.name() + ": " + e.getMessage() + "; it printed "
                            + Files.readString(work.resolve("output.txt")),
                    e);
        } finally {
            end(process);
        }
    }

    /** With time to delete what it has done, so that it is not delivered to the next. */
    private static void end(Process process) throws InterruptedException {
        process.destroy();
        if (!process.waitFor(TO_END.toSeconds(), TimeUnit.SECONDS)) {
            process.destroyForcibly().waitFor();
        }
    }

    /** The first is the limit, the second ours. */
    private void compare(List<Contestant> all, double[][] rates) {
        for (int place = 1; place < all.size(); place++) {
            String name = all.get(place).name() + ", of a raw client" + atOnce(all.get(place));
            measurements.add(row(name, rates[0], rates[place]));
        }
        for (int place = 2; place < all.size(); place++) {
            String name = OURS + ", of " + all.get(place).name() + atOnce(all.get(place));
            Report.Measurement row = row(name, rates[place], rates[1]);
            measurements.add(row);
            targets.add(new Report.Target(name, "at least 1.00", row.ratio(), "", row.ratio() >= LEAST_OF_A_PEER));
        }
    }

    private static String atOnce(Contestant contestant) {
        return contestant.atOnce() == ONE
                ? ", one message at a time"
                : ", " + contestant.atOnce() + " messages at once";
    }

    private static Report.Measurement row(String name, double[] reference, double[] measured) {
        double[] ratios = new double[REPETITIONS];
        for (int repetition = 0; repetition < REPETITIONS; repetition++) {
            ratios[repetition] = measured[repetition] / reference[repetition];
        }
        return new Report.Measurement(
                name, "a second", Run.median(reference), Run.median(measured), Run.median(ratios));
    }
}
