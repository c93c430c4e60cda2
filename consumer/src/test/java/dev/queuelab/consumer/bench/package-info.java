/** Throughput of consumer.jar and producer.jar beside a raw client of the AWS SDK; run by {@code make bench-throughput}. */
@NullMarked
package dev.queuelab.consumer.bench;

import org.jspecify.annotations.NullMarked;
