/** The store of runs: one folder a run, written and read back by the same typed records. */
@NullMarked
package dev.queuelab.lab.runstore;

import org.jspecify.annotations.NullMarked;
