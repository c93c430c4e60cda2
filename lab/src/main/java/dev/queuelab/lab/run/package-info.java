/** One play of one story, from an empty stack to its verdict. */
@NullMarked
package dev.queuelab.lab.run;

import org.jspecify.annotations.NullMarked;
