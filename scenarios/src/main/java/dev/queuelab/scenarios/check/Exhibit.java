package dev.queuelab.scenarios.check;

import java.util.function.Function;

/**
 * Something to be seen in the evidence, as a table. It claims nothing, so it is no check.
 *
 * @param name what it shows, in words fit for a file name, such as "purge-window"
 * @param draw a pure function
 */
public record Exhibit(String name, Function<Evidence, Table> draw) {}
