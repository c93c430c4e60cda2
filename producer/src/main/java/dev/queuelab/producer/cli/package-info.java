/** The command line: flags, their values, and what the program prints. */
@NullMarked
package dev.queuelab.producer.cli;

import org.jspecify.annotations.NullMarked;
