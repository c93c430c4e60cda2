package dev.queuelab.scenarios.check;

/** An entity's state of some age: of two versions of one entity, the one with the greater number is the newer. */
public record Version(String entity, long number) {}
