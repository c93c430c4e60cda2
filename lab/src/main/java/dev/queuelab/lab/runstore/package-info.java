/** What is told of a play: on the console, and in its run folder. */
@NullMarked
package dev.queuelab.lab.runstore;

import org.jspecify.annotations.NullMarked;
