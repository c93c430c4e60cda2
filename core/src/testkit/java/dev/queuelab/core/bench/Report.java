package dev.queuelab.core.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

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

    /**
     * Prints the report, and writes it as JSON and into its section of a page: what stands between the comments {@code
     * <!-- measured: SECTION -->} and {@code <!-- end -->}.
     *
     * @param reference the title of the column of what is compared with
     * @param measured the title of the other one
     */
    public void publish(Path json, Path page, String section, String reference, String measured) throws IOException {
        String tables = markdown(reference, measured);
        Files.createDirectories(json.toAbsolutePath().getParent());
        Files.writeString(
                json, new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT).writeValueAsString(this) + "\n");
        Matcher place = Pattern.compile(
                        "(?<=<!-- measured: " + Pattern.quote(section) + " -->\n).*?(?=<!-- end -->)", Pattern.DOTALL)
                .matcher(Files.readString(page));
        if (!place.find()) {
            throw new IllegalStateException(page + " has no section that is measured: " + section);
        }
        Files.writeString(page, place.replaceFirst(Matcher.quoteReplacement("\n" + tables + "\n")));
        System.out.println("\n" + tables);
        targets.forEach(System.out::println);
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
