package dev.queuelab.core.history;

/** How a consumer knew that the work was already done. */
public enum SkipReason {
    /** This very process completed the message before. */
    REMEMBERED,
    /** Our bookkeeping says COMPLETED. */
    COMPLETED,
    /** The external service's record was found before asking for the effect. */
    EFFECT_FOUND,
    /** The external service refused to do the same work again. */
    EFFECT_REFUSED,
    /** The entity already has this version or a newer one. */
    STALE_VERSION
}
