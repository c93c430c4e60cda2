package dev.queuelab.consumer.bench;

import dev.queuelab.core.bench.Program;
import dev.queuelab.core.history.Entry;
import dev.queuelab.core.history.Event;
import dev.queuelab.core.history.History;
import dev.queuelab.core.history.HistoryReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Runs one of the programs to its end and returns its messages a second, without its start. */
final class Run {
    private static final Pattern PRODUCER_RATE = Pattern.compile("\\(([0-9.]+)/s\\)");
    private static final double NANOS_A_SECOND = 1e9;

    private final Path dist;
    private final Path work;
    private final List<String> jvmOptions;

    Run(Path dist, Path work, List<String> jvmOptions) {
        this.dist = dist;
        this.work = work;
        this.jvmOptions = jvmOptions;
    }

    double rawClient(Stack stack, String what, int messages, int threads) throws IOException, InterruptedException {
        return rawClient(stack, what, messages, threads, "raw" + System.nanoTime());
    }

    /** @param ids with what each id begins */
    double rawClient(Stack stack, String what, int messages, int threads, String ids)
            throws IOException, InterruptedException {
        List<String> command = List.of(
                "-cp",
                dist.resolve("consumer.jar") + ":" + System.getProperty("java.class.path"),
                RawClientMain.class.getName(),
                what,
                Integer.toString(messages),
                Integer.toString(threads),
                ids);
        return Double.parseDouble(output(command, stack.variables()).strip());
    }

    double producer(Stack stack, int messages, int concurrency) throws IOException, InterruptedException {
        List<String> command = List.of(
                "-jar",
                dist.resolve("producer.jar").toString(),
                "--n=" + messages,
                "--concurrency=" + concurrency,
                "--history-path=" + history());
        String output = output(command, stack.variables());
        Matcher rate = PRODUCER_RATE.matcher(output);
        if (!rate.find()) {
            throw new IllegalStateException("no rate in: " + output);
        }
        return Double.parseDouble(rate.group(1));
    }

    /** From the first receive to the last deletion, as its history has them. */
    double consumer(Stack stack, int messages, String... knobs) throws IOException, InterruptedException {
        Path history = history();
        Map<String, String> variables = new TreeMap<>(stack.variables());
        variables.put("HISTORY_PATH", history.toString());
        variables.put("MESSAGE_LIMIT", Integer.toString(messages));
        for (int knob = 0; knob < knobs.length; knob += 2) {
            variables.put(knobs[knob], knobs[knob + 1]);
        }
        output(List.of("-jar", dist.resolve("consumer.jar").toString()), variables);
        History facts = HistoryReader.readFile(history);
        Files.delete(history);
        Instant first = moments(facts, Event.Received.class).get(0);
        List<Instant> deletions = moments(facts, Event.Deleted.class);
        Instant last = deletions.get(deletions.size() - 1);
        return deletions.size() * NANOS_A_SECOND / Duration.between(first, last).toNanos();
    }

    private static List<Instant> moments(History history, Class<? extends Event> kind) {
        return history.entries().stream()
                .filter(entry -> kind.isInstance(entry.event()))
                .map(Entry::at)
                .toList();
    }

    private Path history() {
        return work.resolve("history-" + System.nanoTime() + ".jsonl");
    }

    private String output(List<String> arguments, Map<String, String> variables)
            throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(Program.bin("java").toString()));
        command.addAll(jvmOptions);
        command.addAll(arguments);
        ProcessBuilder builder = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT);
        builder.environment().putAll(variables);
        Process process = builder.start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new IOException(command + " ended with " + process.exitValue() + ": " + output);
        }
        return output;
    }

    /** The middle one. */
    static double median(double... values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }
}
