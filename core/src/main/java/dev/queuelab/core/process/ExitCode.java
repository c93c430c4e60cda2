package dev.queuelab.core.process;

/** With which codes our programs exit. */
public final class ExitCode {
    /** All went as it should. */
    public static final int OK = 0;

    /** A crash, a scenario that failed, messages that were not sent. */
    public static final int FAILED = 1;

    /** A flag or a knob has a value that is not accepted. */
    public static final int USAGE = 2;

    private ExitCode() {}
}
