package dev.queuelab.lab.runstore;

import dev.queuelab.scenarios.check.Depth;
import java.time.Instant;

/** A line of {@code depth.jsonl}: what the queues held at one moment, by their own counts. */
public record DepthSample(Instant at, Depth queue, Depth deadLetterQueue) {}
