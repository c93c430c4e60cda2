package dev.queuelab.core.process;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.encoder.PatternLayoutEncoder;
import ch.qos.logback.classic.spi.Configurator;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.ConsoleAppender;
import ch.qos.logback.core.spi.ContextAwareBase;
import dev.queuelab.core.knob.LogLevel;
import org.slf4j.LoggerFactory;

/** The log of every program: lines on standard error, our own from INFO, others' from WARN, unless set otherwise. */
public final class ProcessLog extends ContextAwareBase implements Configurator {
    private static final String OURS = "dev.queuelab";

    /** Sets from which level on our own lines are logged. */
    public static void level(LogLevel level) {
        ((Logger) LoggerFactory.getLogger(OURS))
                .setLevel(Level.toLevel(level == LogLevel.WARNING ? "WARN" : level.name()));
    }

    /** Called by logback as it starts, by way of META-INF/services; in code, since reading XML takes a child 0.1 s. */
    @Override
    public ExecutionStatus configure(LoggerContext loggers) {
        PatternLayoutEncoder lines = new PatternLayoutEncoder();
        lines.setContext(loggers);
        lines.setPattern("%d{HH:mm:ss.SSS} %-5level %msg%n%ex{0}");
        lines.start();

        ConsoleAppender<ILoggingEvent> console = new ConsoleAppender<>();
        console.setContext(loggers);
        console.setTarget("System.err");
        console.setEncoder(lines);
        console.start();

        Logger root = loggers.getLogger(Logger.ROOT_LOGGER_NAME);
        root.setLevel(Level.WARN);
        root.addAppender(console);
        loggers.getLogger(OURS).setLevel(Level.INFO);
        return ExecutionStatus.DO_NOT_INVOKE_NEXT_IF_ANY;
    }
}
