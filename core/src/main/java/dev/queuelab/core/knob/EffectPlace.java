package dev.queuelab.core.knob;

/** Where a message's effect is performed. */
public enum EffectPlace {
    /** In a DynamoDB table that stands for the external service. */
    TABLE,
    /** By an external service that is called by HTTP, with an idempotency key. */
    HTTP
}
