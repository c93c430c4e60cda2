/** Judging a stored run again: its story is told once more, from what was recorded. */
@NullMarked
package dev.queuelab.lab.replay;

import org.jspecify.annotations.NullMarked;
