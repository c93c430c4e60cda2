package dev.queuelab.sandbox;

import java.util.Locale;

/** The program: nothing but the way from {@code main} to the command and from its result to the exit code. */
public final class SandboxMain {
    private SandboxMain() {}

    public static void main(String[] args) {
        // Nothing here is for one language, and the emulators must not use another language's digits in what clients
        // read.
        Locale.setDefault(Locale.ROOT);
        ShutdownLatch shutdown = ShutdownLatch.onSignal();
        int exitCode = SandboxCommand.commandLine(System.in, shutdown).execute(args);
        shutdown.finish(exitCode);
        // Explicitly: an emulator that failed to start leaves threads behind that would keep the process alive.
        System.exit(exitCode);
    }
}
