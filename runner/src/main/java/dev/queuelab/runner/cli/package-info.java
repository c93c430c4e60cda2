/** The command line: a command a file, each parses, calls and prints. */
@NullMarked
package dev.queuelab.runner.cli;

import org.jspecify.annotations.NullMarked;
