/** Small helpers that every program needs: ranges, files, text, seconds. They know nothing of queues. */
@NullMarked
package dev.queuelab.core.toolbox;

import org.jspecify.annotations.NullMarked;
