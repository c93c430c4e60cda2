/** The gateway in the path of a run: which processes pass it, what it breaks, and what it has seen. */
@NullMarked
package dev.queuelab.lab.wire;

import org.jspecify.annotations.NullMarked;
