package dev.queuelab.core.knob;

/** What a process leaves out of its own history, so that the history does not tell the truth. */
public enum HistoryOmission {
    NONE,
    /** Messages that it received. */
    RECEIVED,
    /** Effects that it performed. */
    EFFECT_PERFORMED,
    /** Messages that it deleted. */
    DELETED
}
