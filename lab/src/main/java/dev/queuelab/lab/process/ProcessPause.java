package dev.queuelab.lab.process;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A pause of processes: SIGSTOP when it begins, SIGCONT when it ends. It is held by a shell that waits for the end of its
 * standard input, so that no process stays paused when this program is killed.
 */
final class ProcessPause {
    private static final String PAUSED = "paused";
    /** The first must be there; of what it has started, some may have ended just now. */
    private static final String SCRIPT = "kill -s STOP \"$1\" && { kill -s STOP \"$@\" 2> /dev/null; echo " + PAUSED
            + "; } && read -r line; kill -s CONT \"$@\"";

    private @Nullable Process shell;

    /**
     * Returns when the signals were sent; a busy machine may take a moment until the processes stand still.
     *
     * @throws ChildException if they cannot be paused; they go on
     */
    synchronized void begin(List<Long> pids) {
        end();
        List<String> command = new ArrayList<>(List.of("sh", "-c", SCRIPT, "pause"));
        pids.forEach(pid -> command.add(Long.toString(pid)));
        try {
            shell = new ProcessBuilder(command).redirectErrorStream(true).start();
            String answer = new BufferedReader(new InputStreamReader(shell.getInputStream(), StandardCharsets.UTF_8))
                    .readLine();
            if (!PAUSED.equals(answer)) {
                end();
                throw new ChildException("cannot pause a process: " + answer);
            }
        } catch (IOException e) {
            throw new ChildException("cannot pause a process: " + e.getMessage(), e);
        }
    }

    synchronized boolean isOn() {
        return shell != null;
    }

    /** Returns when they go on, at once where they were not paused. */
    synchronized void end() {
        if (shell == null) {
            return;
        }
        try {
            shell.getOutputStream().close();
            shell.waitFor();
            shell = null;
        } catch (IOException e) {
            throw new ChildException("cannot let a paused process go on: " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ChildException("interrupted while letting a paused process go on", e);
        }
    }
}
