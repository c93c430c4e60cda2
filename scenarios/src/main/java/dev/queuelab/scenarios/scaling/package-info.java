/** How many consumers a load needs: decided from what is seen of the queue, with a reason. */
@NullMarked
package dev.queuelab.scenarios.scaling;

import org.jspecify.annotations.NullMarked;
