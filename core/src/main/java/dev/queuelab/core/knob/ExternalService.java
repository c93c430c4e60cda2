package dev.queuelab.core.knob;

/** How the external service treats a request that names work it has already done. */
public enum ExternalService {
    /** Refuses it (a conditional write), as a payment service with idempotency keys does. */
    IDEMPOTENT,
    /** Does the work again each time it is asked to. */
    NAIVE
}
