/** Whether stacks are there, complete and as declared, and in what an endpoint differs from Amazon SQS. */
@NullMarked
package dev.queuelab.lab.validation;

import org.jspecify.annotations.NullMarked;
