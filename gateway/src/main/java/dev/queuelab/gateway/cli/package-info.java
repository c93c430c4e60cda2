/** The command line of gateway.jar. */
@NullMarked
package dev.queuelab.gateway.cli;

import org.jspecify.annotations.NullMarked;
