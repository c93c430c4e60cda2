package dev.queuelab.scenarios.check;

/**
 * An entity's state of some age: of two versions of one entity, the one with the greater number is the newer.
 *
 * @param state what the entity is at that version, such as "cancelled"
 */
public record EntityVersion(String entity, long number, String state) {}
