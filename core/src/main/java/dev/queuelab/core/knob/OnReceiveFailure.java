package dev.queuelab.core.knob;

/** What a consumer does when a receive fails. */
public enum OnReceiveFailure {
    /** It asks again, after a pause. */
    RETRY,
    /** It asks no more, though the process lives on: as a poll loop whose thread has died of an exception. */
    STOP
}
