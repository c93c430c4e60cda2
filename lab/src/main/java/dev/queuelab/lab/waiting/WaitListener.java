package dev.queuelab.lab.waiting;

/** Follows waits while they last, and can show what is waited for. */
public interface WaitListener {
    /** For waits that nobody looks on at. */
    WaitListener NOBODY = new WaitListener() {};

    /** The wait goes on; called after each look, many times a second. */
    default void waiting(WaitProgress wait) {}

    /** The wait is over, in vain or not. */
    default void waited() {}
}
