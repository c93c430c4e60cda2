package dev.queuelab.producer.sending;

/** What a run counts. */
public enum SendCount {
    /** Messages that were written, whatever became of them. */
    CREATED,
    /** Messages that the queue acknowledged. */
    SENT,
    BATCHES,
    /** Calls, tries again included. */
    CALLS,
    /** Calls that failed as a whole. */
    FAILED_CALLS,
    /** Entries that failed in a call that did not. */
    FAILED_ENTRIES,
    /** Tries of a message after its first. */
    RETRIES
}
