package dev.queuelab.gateway.fault;

/** Whether a call fails before the service has done what was asked, or after. */
public enum When {
    BEFORE,
    AFTER
}
