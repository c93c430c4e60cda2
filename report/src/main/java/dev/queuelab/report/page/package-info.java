/** Pages for people: one self-contained file each, with its data in it as one JSON block. */
@NullMarked
package dev.queuelab.report.page;

import org.jspecify.annotations.NullMarked;
