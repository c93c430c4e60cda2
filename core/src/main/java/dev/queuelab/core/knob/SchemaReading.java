package dev.queuelab.core.knob;

/** Which versions of the payload's schema a consumer reads, besides the one that it was made for. */
public enum SchemaReading {
    /** Any minor version of its major version: unknown fields are ignored, and missing ones have their defaults. */
    TOLERANT,
    /** No other. */
    STRICT
}
