package dev.queuelab.lab.process;

import dev.queuelab.lab.waiting.WaitListener;
import dev.queuelab.lab.waiting.WaitProgress;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * A process that this program started. Its output goes, a line at a time, to a log file and to an echo;
 * the last lines are kept for messages. Its standard input stays open for as long as this program lives.
 */
public final class ChildProcess {
    private static final int TAIL_LINES = 15;
    private static final int FEW_LINES = 4;
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(250);

    private final String name;
    private final Process process;
    private final Thread pump;
    private final Deque<String> tail = new ArrayDeque<>();

    /** What it was seen to have started: a program that is not ours may be a script around the real one. */
    private final Set<ProcessHandle> family = ConcurrentHashMap.newKeySet();

    private volatile long familyNoted = System.nanoTime();
    private final ProcessPause pause = new ProcessPause();
    private volatile boolean askedToEnd;
    private volatile boolean mayStartOthers;

    ChildProcess(String name, Process process, Path log, Consumer<String> echo) {
        this.name = name;
        this.process = process;
        this.pump = new Thread(() -> copyOutput(log, echo), name + "-output");
        pump.setDaemon(true);
        pump.start();
    }

    private void copyOutput(Path log, Consumer<String> echo) {
        try (BufferedReader lines =
                        new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
                PrintWriter file = new PrintWriter(Files.newBufferedWriter(log), true)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                file.println(line);
                echo.accept(line);
                remember(line);
            }
        } catch (IOException e) {
            remember("(its output could not be read on: " + e + ")");
        }
    }

    private void remember(String line) {
        synchronized (tail) {
            tail.addLast(line);
            if (tail.size() > TAIL_LINES) {
                tail.removeFirst();
            }
        }
    }

    public String name() {
        return name;
    }

    public long pid() {
        return process.pid();
    }

    public boolean isAlive() {
        return process.isAlive();
    }

    /** Sends SIGSTOP, to what it has started as well; it goes on when this program ends, however that does. */
    public void pause() {
        noteFamily();
        pause.begin(Stream.concat(Stream.of(process.toHandle()), family.stream().filter(ProcessHandle::isAlive))
                .map(ProcessHandle::pid)
                .toList());
    }

    /** Sends SIGCONT to what was {@link #pause paused}. */
    public void resume() {
        pause.end();
    }

    /** Sends SIGTERM; not by {@link Process#destroy}, which closes the child's standard input and output as well. */
    public void terminate() {
        askedToEnd = true;
        noteFamily();
        process.toHandle().destroy();
        pause.end();
    }

    /** Sends SIGKILL, to what it has started as well. */
    public void kill() {
        askedToEnd = true;
        noteFamily();
        process.toHandle().destroyForcibly();
        killFamily();
        pause.end();
    }

    /** From now on, looks at whether it is well also note what it has started, so that nothing of it is left. */
    void mayStartOthers() {
        mayStartOthers = true;
    }

    /** This reads about every process of the machine, so it is not for each of many looks. */
    private void noteFamily() {
        familyNoted = System.nanoTime();
        process.descendants().forEach(family::add);
    }

    private void killFamily() {
        family.forEach(ProcessHandle::destroyForcibly);
    }

    /** Waits for the process's end, but no longer than {@code limit}; returns whether it has ended. */
    public boolean endsWithin(Duration limit) {
        try {
            return endsWithin(limit, WaitListener.NOBODY);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ChildException("interrupted while waiting for the end of " + name, e);
        }
    }

    /** From now on the process may end by itself. */
    public void mayEnd() {
        askedToEnd = true;
    }

    /**
     * Waits for the process's end, and ends what it has left running.
     *
     * @return its exit code
     * @throws ChildException if it has not ended within {@code limit}
     */
    public int awaitExit(Duration limit) {
        return awaitExit(limit, WaitListener.NOBODY);
    }

    /** The same, with somebody looking on, who is shown what it printed last. */
    public int awaitExit(Duration limit, WaitListener watcher) {
        try {
            if (!endsWithin(limit, watcher)) {
                throw new ChildException(name + " has not ended within " + limit.toSeconds() + " s" + quotedTail());
            }
            killFamily();
            pump.join(limit.toMillis());
            return process.exitValue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ChildException("interrupted while waiting for the end of " + name, e);
        } finally {
            watcher.waited();
        }
    }

    private boolean endsWithin(Duration limit, WaitListener watcher) throws InterruptedException {
        askedToEnd = true;
        long begin = System.nanoTime();
        Duration passed = Duration.ZERO;
        while (passed.compareTo(limit) < 0) {
            long left = limit.minus(passed).toMillis();
            if (process.waitFor(Math.min(left, BETWEEN_LOOKS.toMillis()), TimeUnit.MILLISECONDS)) {
                return true;
            }
            passed = Duration.ofNanos(System.nanoTime() - begin);
            watcher.waiting(new WaitProgress(name + " to end", passed, limit, lastLine()));
        }
        return false;
    }

    private String lastLine() {
        synchronized (tail) {
            return tail.isEmpty() ? "no output" : tail.getLast();
        }
    }

    /** Its exit code, if it has ended unasked. */
    public OptionalInt unaskedExit() {
        return askedToEnd || process.isAlive() ? OptionalInt.empty() : OptionalInt.of(process.exitValue());
    }

    /** Whether it is {@link #pause paused}. */
    public boolean isPaused() {
        return pause.isOn();
    }

    /** The last few lines of its output, in one; empty text if it printed nothing. */
    public String lastLines() {
        synchronized (tail) {
            List<String> lines = tail.stream().filter(line -> !line.isBlank()).toList();
            return String.join(" / ", lines.subList(Math.max(0, lines.size() - FEW_LINES), lines.size()));
        }
    }

    /**
     * Makes sure that the process has not ended unasked.
     *
     * @throws ChildException naming its exit code and quoting the end of its log, if it has
     */
    public void requireWell() {
        if (mayStartOthers && process.isAlive() && System.nanoTime() - familyNoted >= BETWEEN_LOOKS.toNanos()) {
            noteFamily();
        }
        if (!askedToEnd && !process.isAlive()) {
            int code = awaitExit(Duration.ofSeconds(1));
            askedToEnd = false; // so that the next look also finds that it ended unasked
            throw new ChildException(name + " ended unasked with exit code " + code + quotedTail());
        }
    }

    /** The last lines of its output, indented, for the end of a message. */
    public String quotedTail() {
        synchronized (tail) {
            return tail.isEmpty()
                    ? "; it printed nothing"
                    : "; its last lines:"
                            + tail.stream().map(line -> "\n    | " + line).reduce("", String::concat);
        }
    }

    /** What {@link Children} starts: a command, in an environment. */
    public record Launch(String name, List<String> command, ChildEnvironment environment, Path log) {}
}
