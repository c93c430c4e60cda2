package dev.queuelab.runner.docs;

import dev.queuelab.core.knob.Knob;
import dev.queuelab.core.knob.Knobs;
import dev.queuelab.scenarios.check.Check;
import dev.queuelab.scenarios.check.Requirement;
import dev.queuelab.scenarios.kit.Catalogue;
import dev.queuelab.scenarios.kit.Control;
import dev.queuelab.scenarios.kit.Need;
import dev.queuelab.scenarios.kit.Pace;
import dev.queuelab.scenarios.kit.Scenario;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import picocli.CommandLine;

/** What the documentation says of scenarios, read from the scenarios themselves. */
final class ScenarioSections {
    private final CommandSections commands;

    ScenarioSections(CommandSections commands) {
        this.commands = commands;
    }

    /** A row a scenario: what it proves. */
    String overview() {
        MarkdownTable table = new MarkdownTable("Scenario", "What it proves", "Ends in");
        Catalogue.all().stream()
                .filter(entry -> entry.pace() != Pace.CONFORMANCE)
                .forEach(entry -> table.row(
                        "[`%s`](docs/scenarios.md#%s)".formatted(entry.name(), entry.name()),
                        entry.claim(),
                        entry.pace() == Pace.SHORT ? "seconds" : "minutes"));
        return table.toString();
    }

    /** A section a scenario: all that there is to know. */
    String details() {
        return Catalogue.all().stream().map(this::details).collect(Collectors.joining("\n\n"));
    }

    private String details(Catalogue.Entry entry) {
        Scenario scenario = set(entry);
        String options = commands.scenarioOptions(entry.name());
        return String.join(
                "\n\n",
                "## " + entry.name(),
                entry.claim(),
                numbered(scenario.steps()),
                checks(scenario.checks()),
                controls(scenario),
                "Run it: `make scenario-%s`, or `java -jar dist/runner.jar %s`. %s"
                                .formatted(
                                        entry.name(),
                                        entry.name(),
                                        "It is one of the %s scenarios.%s"
                                                .formatted(
                                                        entry.pace().name().toLowerCase(Locale.ROOT),
                                                        options.isEmpty() ? " It has no options of its own." : ""))
                        + (options.isEmpty() ? "" : "\n\n" + options));
    }

    static Scenario set(Catalogue.Entry entry) {
        Scenario scenario = entry.create().get();
        new CommandLine(scenario).parseArgs();
        return scenario;
    }

    private static String numbered(List<String> steps) {
        return IntStream.range(0, steps.size())
                .mapToObj(place -> (place + 1) + ". " + steps.get(place))
                .collect(Collectors.joining("\n"));
    }

    /** The checks that every scenario has. */
    String checksOfEveryRun() {
        return checks(Scenario.EVERY_RUN);
    }

    private static String checks(List<Check> checks) {
        MarkdownTable table = new MarkdownTable("Check", "Kind", "Meaning");
        for (Check check : checks) {
            table.row(check.name(), check instanceof Requirement ? "requirement" : "precondition", check.meaning());
        }
        return table.toString();
    }

    private static String controls(Scenario scenario) {
        MarkdownTable table = new MarkdownTable("Control", "What it takes out", "What must fail then");
        for (Control control : scenario.controls()) {
            table.row(
                    control.name(),
                    "`" + control.protection() + "`",
                    control.breaks().stream().sorted().collect(Collectors.joining(", ")));
        }
        return table.toString();
    }

    /** All knobs of the consumer. */
    static String allKnobs() {
        MarkdownTable table = new MarkdownTable("Variable", "Default", "Description", "Accepts");
        for (Knob<?> knob : Knobs.ALL) {
            String value = knob.defaultText().isEmpty() ? "(none)" : "`" + knob.defaultText() + "`";
            table.row(
                    "`" + knob.name() + "`",
                    value,
                    knob.description(),
                    knob.kind().accepts());
        }
        return table.toString();
    }

    /** A row a scenario: the knobs that it sets on consumers, other than to their defaults. */
    String knobs() {
        MarkdownTable table = new MarkdownTable("Scenario", "Variables that it sets");
        for (Catalogue.Entry entry : Catalogue.all()) {
            KnobCollector collector = new KnobCollector();
            set(entry).play(collector.stage());
            table.row(
                    "`" + entry.name() + "`",
                    collector.turned().isEmpty()
                            ? "none"
                            : collector.turned().stream()
                                    .map(knob -> "`" + knob + "`")
                                    .collect(Collectors.joining(", ")));
        }
        return table.toString();
    }

    /** A row a feature that scenarios need of a consumer. */
    static String needs() {
        MarkdownTable table = new MarkdownTable("Feature", "A consumer that", "Variables that ask for it", "Scenarios");
        for (Need need : Need.values()) {
            table.row(
                    "`" + need.label() + "`",
                    need.meaning(),
                    need.knobs().isEmpty()
                            ? "none"
                            : need.knobs().stream()
                                    .map(knob -> "`" + knob + "`")
                                    .collect(Collectors.joining(", ")),
                    Catalogue.all().stream()
                            .filter(entry -> set(entry).needs().contains(need))
                            .map(entry -> "`" + entry.name() + "`")
                            .collect(Collectors.joining(", ")));
        }
        return table.toString();
    }
}
