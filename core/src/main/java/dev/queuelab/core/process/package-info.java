/** What every child process needs of its operating system: signals, its parent, a log. */
@NullMarked
package dev.queuelab.core.process;

import org.jspecify.annotations.NullMarked;
