package dev.queuelab.core.knob;

/** How much a process logs, from the most to the least. */
public enum LogLevel {
    DEBUG,
    INFO,
    WARNING,
    ERROR;

    static final Kind<LogLevel> KIND =
            new Kind<>("one of DEBUG, INFO, WARNING, ERROR", LogLevel::valueOf, LogLevel::name);
}
