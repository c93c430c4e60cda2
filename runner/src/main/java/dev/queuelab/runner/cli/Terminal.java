package dev.queuelab.runner.cli;

/** Whether somebody looks on. */
final class Terminal {
    private Terminal() {}

    /** Whether input and output are a terminal's, and one that can draw over a line. */
    @SuppressWarnings("SystemConsoleNull") // a console that is there is asked on
    static boolean isThere() {
        java.io.Console console = System.console();
        return console != null && isTerminal(console) && !"dumb".equals(System.getenv("TERM"));
    }

    /** Up to Java 21 there is no console without a terminal; from 22 on it has to be asked. */
    private static boolean isTerminal(java.io.Console console) {
        try {
            return Boolean.TRUE.equals(
                    java.io.Console.class.getMethod("isTerminal").invoke(console));
        } catch (NoSuchMethodException e) {
            return true;
        } catch (ReflectiveOperationException e) {
            return false;
        }
    }
}
