package dev.queuelab.core.process;

import dev.queuelab.core.knob.LogLevel;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.logging.ConsoleHandler;
import java.util.logging.Formatter;
import java.util.logging.Level;
import java.util.logging.LogManager;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/**
 * The log of every program: lines on standard error, our own from INFO, others' from WARN, unless set otherwise. The
 * platform's own logging is behind it, since every other takes a child longer to start.
 */
public final class ProcessLog extends Formatter {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss.SSS", Locale.ROOT);

    /** Kept, since the platform forgets the level of a logger that nobody refers to. */
    private static final Logger OURS = Logger.getLogger("dev.queuelab");

    ProcessLog() {}

    /** To be called as a program starts, before anything is logged. */
    public static void start() {
        LogManager.getLogManager().reset();
        ConsoleHandler console = new ConsoleHandler();
        console.setLevel(Level.ALL);
        console.setFormatter(new ProcessLog());
        Logger root = Logger.getLogger("");
        root.setLevel(Level.WARNING);
        root.addHandler(console);
        level(LogLevel.INFO);
    }

    /** Sets from which level on our own lines are logged. */
    public static void level(LogLevel level) {
        OURS.setLevel(
                switch (level) {
                    case DEBUG -> Level.FINE;
                    case INFO -> Level.INFO;
                    case WARNING -> Level.WARNING;
                    case ERROR -> Level.SEVERE;
                });
    }

    /** A line, and one more for each exception in the chain of causes; traces are for those who debug us. */
    @Override
    public String format(LogRecord logged) {
        StringBuilder line = new StringBuilder()
                .append(TIME.format(LocalTime.ofInstant(logged.getInstant(), ZoneId.systemDefault())))
                .append(' ')
                .append(name(logged.getLevel()))
                .append(' ')
                .append(formatMessage(logged))
                .append(System.lineSeparator());
        String prefix = "";
        for (Throwable thrown = logged.getThrown(); thrown != null; thrown = thrown.getCause()) {
            line.append(prefix).append(thrown).append(System.lineSeparator());
            prefix = "Caused by: ";
        }
        return line.toString();
    }

    /** As SLF4J names them, all equally wide. */
    private static String name(Level level) {
        if (level.intValue() >= Level.SEVERE.intValue()) {
            return "ERROR";
        }
        if (level.intValue() >= Level.WARNING.intValue()) {
            return "WARN ";
        }
        return level.intValue() >= Level.INFO.intValue() ? "INFO " : "DEBUG";
    }
}
