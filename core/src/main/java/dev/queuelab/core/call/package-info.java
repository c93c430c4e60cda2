/** How a consumer's calls are named, and how one of them may be broken: the words that scenarios, gateway and history share. */
@NullMarked
package dev.queuelab.core.call;

import org.jspecify.annotations.NullMarked;
