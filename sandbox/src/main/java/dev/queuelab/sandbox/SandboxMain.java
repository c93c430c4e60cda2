package dev.queuelab.sandbox;

/** The program: nothing but the way from {@code main} to the command and from its result to the exit code. */
public final class SandboxMain {
    private SandboxMain() {}

    public static void main(String[] args) {
        ShutdownLatch shutdown = ShutdownLatch.onSignal();
        int exitCode = SandboxCommand.commandLine(System.in, shutdown).execute(args);
        shutdown.finish(exitCode);
        // Explicitly: an emulator that failed to start leaves threads behind that would keep the process alive.
        System.exit(exitCode);
    }
}
