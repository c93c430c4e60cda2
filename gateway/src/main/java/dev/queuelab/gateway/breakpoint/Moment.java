package dev.queuelab.gateway.breakpoint;

/** When a breakpoint is reached. */
public enum Moment {
    /** The service has not got the call. */
    BEFORE_CALL,
    /** The service has done what was asked, and the process has not got the reply. */
    BEFORE_REPLY
}
