package dev.queuelab.gateway.bench;

import java.util.List;
import java.util.Locale;

/**
 * All that a bench run has found.
 *
 * @param machine what it ran on
 * @param measurements what was measured, in order
 * @param targets what was to be reached
 */
record Report(List<Fact> machine, List<Measurement> measurements, List<Target> targets) {

    record Fact(String name, String value) {}

    /**
     * Side by side.
     *
     * @param ratio through the gateway, divided by direct; the median over the repetitions
     */
    record Measurement(String name, String unit, double direct, double gateway, double ratio) {}

    /** A limit, and whether what was measured keeps it. */
    record Target(String name, String limit, double measured, String unit, boolean met) {

        @Override
        public String toString() {
            return String.format(
                    Locale.ROOT, "%-6s %s: %.2f %s, target %s", met ? "MET" : "MISSED", name, measured, unit, limit);
        }
    }

    String markdown() {
        StringBuilder page = new StringBuilder();
        page.append("| | direct | through the gateway | ratio |\n|---|---|---|---|\n");
        for (Measurement row : measurements) {
            page.append(String.format(
                    Locale.ROOT,
                    "| %s | %.2f %s | %.2f %s | %.2f |%n",
                    row.name(),
                    row.direct(),
                    row.unit(),
                    row.gateway(),
                    row.unit(),
                    row.ratio()));
        }
        page.append("\n| Target | Limit | Measured | |\n|---|---|---|---|\n");
        for (Target target : targets) {
            page.append(String.format(
                    Locale.ROOT,
                    "| %s | %s | %.2f %s | %s |%n",
                    target.name(),
                    target.limit(),
                    target.measured(),
                    target.unit(),
                    target.met() ? "met" : "missed"));
        }
        page.append('\n');
        for (Fact fact : machine) {
            page.append("- ")
                    .append(fact.name())
                    .append(": ")
                    .append(fact.value())
                    .append('\n');
        }
        return page.toString();
    }
}
