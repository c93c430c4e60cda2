package dev.queuelab.core.knob;

/** What SIGTERM does to the work in hand. */
public enum OnSigterm {
    /** It is finished, then the consumer exits with code 0. */
    FINISH,
    /** It is dropped where it stands. */
    ABANDON
}
