/** Faults of Amazon SQS. */
@NullMarked
package dev.queuelab.gateway.fault.sqs;

import org.jspecify.annotations.NullMarked;
