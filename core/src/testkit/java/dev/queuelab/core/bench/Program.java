package dev.queuelab.core.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** One of our programs in a process of its own, which has printed that it is ready. */
public final class Program implements AutoCloseable {
    private final Process process;
    private final String ready;
    private final long startNanos;

    private Program(Process process, String ready, long startNanos) {
        this.process = process;
        this.ready = ready;
        this.startNanos = startNanos;
    }

    /** Starts the jar; returns once it has printed a line. It ends when this process does. */
    public static Program start(List<String> jvmOptions, Path jar, List<String> arguments) throws IOException {
        List<String> all = new ArrayList<>(jvmOptions);
        all.addAll(List.of("-jar", jar.toString()));
        all.addAll(arguments);
        all.add("--exit-on-stdin-eof"); // so that it does not outlive the bench
        return start(all);
    }

    /** Starts a class of this process's class path, which must end when its standard input does. */
    public static Program start(Class<?> main, List<String> arguments) throws IOException {
        List<String> all = new ArrayList<>(List.of("-cp", System.getProperty("java.class.path"), main.getName()));
        all.addAll(arguments);
        return start(all);
    }

    private static Program start(List<String> arguments) throws IOException {
        List<String> command = new ArrayList<>(arguments);
        command.add(0, bin("java").toString());
        long begin = System.nanoTime();
        Process process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        BufferedReader out =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        String line = out.readLine();
        long end = System.nanoTime();
        if (line == null) {
            throw new IOException(String.join(" ", command) + " ended before it was ready");
        }
        return new Program(process, line, end - begin);
    }

    /** A tool of the Java that runs this. */
    public static Path bin(String tool) {
        return Path.of(System.getProperty("java.home"), "bin", tool);
    }

    /** Its first line. */
    public String ready() {
        return ready;
    }

    /** From its start until it was ready. */
    public long startNanos() {
        return startNanos;
    }

    /** The processor time that it has used. */
    public long cpuNanos() {
        return process.info().totalCpuDuration().map(time -> time.toNanos()).orElse(0L);
    }

    /** What is alive on its heap, after a full collection. */
    public long liveKibibytes() throws IOException, InterruptedException {
        jcmd("GC.run");
        String info = jcmd("GC.heap_info");
        return info.lines()
                .map(String::strip)
                .filter(line -> line.matches("(def new|tenured) generation .*|garbage-first heap .*"))
                .mapToLong(line -> Long.parseLong(line.replaceAll(".* used (\\d+)K.*", "$1")))
                .sum();
    }

    private String jcmd(String command) throws IOException, InterruptedException {
        Process jcmd = new ProcessBuilder(bin("jcmd").toString(), Long.toString(process.pid()), command)
                .redirectErrorStream(true)
                .start();
        String output = new String(jcmd.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (jcmd.waitFor() != 0) {
            throw new IOException("jcmd " + command + ": " + output);
        }
        return output;
    }

    /** Its resident memory, where the system has /proc. */
    public Optional<Long> residentKibibytes() throws IOException {
        Path status = Path.of("/proc", Long.toString(process.pid()), "status");
        if (!Files.exists(status)) {
            return Optional.empty();
        }
        return Files.readAllLines(status).stream()
                .filter(line -> line.startsWith("VmRSS:"))
                .map(line -> Long.valueOf(line.replaceAll("\\D+", "")))
                .findFirst();
    }

    @Override
    public void close() {
        process.destroy();
        try {
            process.waitFor();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            process.destroyForcibly();
        }
    }
}
