/** Well-known libraries by what they were tried in: the public matrix, made from the results of {@code conformance}. */
@NullMarked
package dev.queuelab.report.matrix;

import org.jspecify.annotations.NullMarked;
