/** One run of one scenario: played on a stage, judged by its checks, and judged again from its folder. */
@NullMarked
package dev.queuelab.lab.run;

import org.jspecify.annotations.NullMarked;
