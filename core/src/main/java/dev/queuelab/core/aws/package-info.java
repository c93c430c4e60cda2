/** How to reach Amazon SQS and DynamoDB; the only package of this module that knows the AWS SDK. */
@NullMarked
package dev.queuelab.core.aws;

import org.jspecify.annotations.NullMarked;
