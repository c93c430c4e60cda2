package dev.queuelab.gateway.history;

/** Where facts about calls go. */
@FunctionalInterface
public interface CallRecorder {

    /** Records nothing. */
    CallRecorder NONE = fact -> {};

    /** Returns only once the fact would survive the gateway's sudden death. */
    void record(CallFact fact);
}
