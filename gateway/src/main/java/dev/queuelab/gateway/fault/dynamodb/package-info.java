/** Faults of Amazon DynamoDB. */
@NullMarked
package dev.queuelab.gateway.fault.dynamodb;

import org.jspecify.annotations.NullMarked;
