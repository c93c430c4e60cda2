package dev.queuelab.report.analysis;

/** The queue's own settings, as far as a run knew them; 0 where it did not. */
public record Queue(double visibilityTimeoutSeconds, int maxReceiveCount) {}
