/** Waits: each has a name and a limit, and says what it saw last. */
@NullMarked
package dev.queuelab.lab.waiting;

import org.jspecify.annotations.NullMarked;
