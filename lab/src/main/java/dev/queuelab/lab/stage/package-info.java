/** The stage that stories are played on: real queues, real tables, real processes. */
@NullMarked
package dev.queuelab.lab.stage;

import org.jspecify.annotations.NullMarked;
