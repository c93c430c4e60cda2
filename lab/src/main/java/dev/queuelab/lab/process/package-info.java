/** Child processes: the only package that starts any, and it signals only those it started. */
@NullMarked
package dev.queuelab.lab.process;

import org.jspecify.annotations.NullMarked;
