package dev.queuelab.core.trace;

import java.time.Instant;

/** A message changes its place. */
public record Move(Instant at, Location from, Location to) {}
