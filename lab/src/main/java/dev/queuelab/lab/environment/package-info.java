/** Where stacks live: the embedded sandbox, or what Terraform made. */
@NullMarked
package dev.queuelab.lab.environment;

import org.jspecify.annotations.NullMarked;
