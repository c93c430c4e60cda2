package dev.queuelab.core.knob;

/** What a consumer does about a message whose work is done, and which a batch deletion did not delete. */
public enum OnFailedDeletion {
    /** It is deleted by a call of its own, or else when it is delivered again. */
    REPEAT,
    /** It is taken for deleted, and passed over when it is delivered again. */
    IGNORE
}
