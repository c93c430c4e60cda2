package dev.queuelab.core.knob;

/** Which kind of event a process omits from its own history, so that the history is false. */
public enum HistoryOmission {
    NONE,
    /** Messages that it received. */
    RECEIVED,
    /** Effects that it performed. */
    EFFECT_PERFORMED,
    /** Messages that it deleted. */
    DELETED
}
