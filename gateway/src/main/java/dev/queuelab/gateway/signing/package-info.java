/** Checks the signatures of callers, and re-signs calls for AWS; the only package of this module that knows the AWS SDK. */
@NullMarked
package dev.queuelab.gateway.signing;

import org.jspecify.annotations.NullMarked;
