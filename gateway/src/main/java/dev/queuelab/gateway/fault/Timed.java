package dev.queuelab.gateway.fault;

/** A fault for which time matters. */
public interface Timed {

    /** Called once, before the first call. */
    void use(Time time);
}
