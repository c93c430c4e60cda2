package dev.queuelab.core.bench;

import java.util.List;
import java.util.Locale;

/**
 * All that a bench run has found.
 *
 * @param machine what it ran on
 * @param measurements what was measured, in order
 * @param targets what was to be reached
 */
public record Report(List<Fact> machine, List<Measurement> measurements, List<Target> targets) {

    /** Something to know about the machine or the run. */
    public record Fact(String name, String value) {}

    /**
     * Side by side.
     *
     * @param reference what it is compared with
     * @param measured what this is about
     * @param ratio measured, divided by the reference; the median over the repetitions
     */
    public record Measurement(String name, String unit, double reference, double measured, double ratio) {}

    /** A limit, and whether what was measured keeps it. */
    public record Target(String name, String limit, double measured, String unit, boolean met) {

        @Override
        public String toString() {
            return String.format(
                    Locale.ROOT, "%-6s %s: %.2f %s, target %s", met ? "MET" : "MISSED", name, measured, unit, limit);
        }
    }

    /** As tables; {@code reference} and {@code measured} are the titles of their columns. */
    public String markdown(String reference, String measured) {
        StringBuilder page = new StringBuilder();
        page.append("| | ").append(reference).append(" | ").append(measured).append(" | ratio |\n|---|---|---|---|\n");
        for (Measurement row : measurements) {
            page.append(String.format(
                    Locale.ROOT,
                    "| %s | %.2f %s | %.2f %s | %.2f |%n",
                    row.name(),
                    row.reference(),
                    row.unit(),
                    row.measured(),
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
