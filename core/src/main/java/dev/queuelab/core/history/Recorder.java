package dev.queuelab.core.history;

/** Where a process records facts about itself. */
@FunctionalInterface
public interface Recorder {

    /** Records nothing. */
    Recorder NONE = event -> {};

    /**
     * Returns only once the fact would survive the process's sudden death.
     *
     * @throws HistoryException if it cannot be written; the process must then take no further step
     */
    void record(Event event);
}
