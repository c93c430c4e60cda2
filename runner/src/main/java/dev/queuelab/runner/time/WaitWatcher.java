package dev.queuelab.runner.time;

/** Is told of waits while they last, so that whoever looks on knows what is waited for. */
public interface WaitWatcher {
    /** For waits that nobody looks on at. */
    WaitWatcher NOBODY = new WaitWatcher() {};

    /** The wait goes on; told after each look, many times a second. */
    default void waiting(Waiting wait) {}

    /** The wait is over, in vain or not. */
    default void waited() {}
}
