package dev.queuelab.scenarios.check;

import java.util.function.Function;

/**
 * A table of what the evidence shows. It claims nothing, so it is no check.
 *
 * @param name what it shows, in words fit for a file name, such as "purge-window"
 * @param draw a pure function
 */
public record ReportTable(String name, Function<Evidence, Table> draw) {}
