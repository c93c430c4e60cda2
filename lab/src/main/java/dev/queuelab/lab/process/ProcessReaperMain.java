package dev.queuelab.lab.process;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * The process of a {@link ProcessReaper}: reads process ids from standard input, a line each, and when that ends, since the runner
 * did, kills those processes and whatever they had started.
 */
public final class ProcessReaperMain {
    private static final long MILLIS_BETWEEN_LOOKS = 250;

    /** What each process in its care was seen to have started; a handle never means a later process of the same id. */
    private final Map<ProcessHandle, Set<ProcessHandle>> watched = new ConcurrentHashMap<>();

    private ProcessReaperMain() {}

    public static void main(String[] args) throws IOException {
        ProcessReaperMain reaper = new ProcessReaperMain();
        ScheduledExecutorService looks = Executors.newSingleThreadScheduledExecutor();
        var unused = looks.scheduleWithFixedDelay(reaper::look, 0, MILLIS_BETWEEN_LOOKS, TimeUnit.MILLISECONDS);
        System.out.println(ProcessReaper.READY);
        try (BufferedReader ids = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))) {
            for (String id = ids.readLine(); id != null; id = ids.readLine()) {
                reaper.watch(Long.parseLong(id));
            }
        } finally {
            looks.shutdownNow();
            reaper.killAll();
        }
    }

    private void watch(long pid) {
        ProcessHandle.of(pid).ifPresent(child -> watched.put(child, ConcurrentHashMap.newKeySet()));
    }

    private void look() {
        watched.forEach((child, family) -> {
            if (child.isAlive()) { // else nothing is its descendant
                child.descendants().forEach(family::add);
            }
        });
    }

    private void killAll() {
        look();
        watched.forEach((child, family) -> {
            child.destroyForcibly();
            family.forEach(ProcessHandle::destroyForcibly);
        });
    }
}
