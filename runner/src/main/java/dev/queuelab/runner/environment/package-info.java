/** Where stacks live: the embedded sandbox, or what Terraform made. */
@NullMarked
package dev.queuelab.runner.environment;

import org.jspecify.annotations.NullMarked;
