package dev.queuelab.runner.docs;

import dev.queuelab.gateway.cli.GatewayMain;
import dev.queuelab.producer.cli.ProducerMain;
import dev.queuelab.runner.cli.RunnerModel;
import dev.queuelab.scenarios.kit.Catalogue;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** What the documentation says of command lines, read from picocli's model of them. */
final class CommandSections {
    private static final Set<String> USUAL = Set.of("--help", "--version");

    private final CommandLine runner = RunnerModel.commandLine();
    private final Set<String> scenarios =
            Catalogue.all().stream().map(Catalogue.Entry::name).collect(Collectors.toSet());

    /** Each command but scenarios, with the options that are its own. */
    String commands() {
        MarkdownTable table = new MarkdownTable("Command", "What it does", "Options of its own");
        commandsOf(runner.getCommandSpec())
                .forEach(command ->
                        table.row("`" + synopsis(command) + "`", description(command), ownOptions(command.options())));
        return table.toString();
    }

    private Stream<CommandSpec> commandsOf(CommandSpec parent) {
        return parent.subcommands().values().stream()
                .map(CommandLine::getCommandSpec)
                .filter(command -> !command.usageMessage().hidden())
                .filter(command -> !scenarios.contains(command.name()))
                .flatMap(command -> command.subcommands().isEmpty() ? Stream.of(command) : commandsOf(command));
    }

    private static String synopsis(CommandSpec command) {
        String name = command.qualifiedName().replaceFirst("^runner.jar ", "");
        String parameters = command.positionalParameters().stream()
                .map(ArgSpec::paramLabel)
                .distinct()
                .map(label -> " [" + label.replaceAll("[\\[\\]]", "") + "]")
                .collect(Collectors.joining());
        return name + parameters;
    }

    private static String description(CommandSpec command) {
        return String.join(" ", command.usageMessage().description()).replace("%n", " ");
    }

    private String ownOptions(List<OptionSpec> options) {
        Set<String> shared = shared().map(CommandSections::flag).collect(Collectors.toSet());
        String own = options.stream()
                .filter(option -> !USUAL.contains(option.longestName()) && !shared.contains(flag(option)))
                .map(option -> "`" + flag(option) + "` " + description(option))
                .collect(Collectors.joining("<br>"));
        return own.isEmpty() ? "none" : own;
    }

    /** The options that every command which plays scenarios takes. */
    String sharedOptions() {
        return options(shared().toList());
    }

    private Stream<OptionSpec> shared() {
        List<OptionSpec> ofOne = subcommand("happy").options();
        Set<String> own = own("happy").map(OptionSpec::longestName).collect(Collectors.toSet());
        return ofOne.stream()
                .filter(option -> !USUAL.contains(option.longestName()) && !own.contains(option.longestName()));
    }

    /** The options of one scenario. */
    String scenarioOptions(String scenario) {
        List<OptionSpec> own = own(scenario).toList();
        return own.isEmpty() ? "" : options(own);
    }

    private Stream<OptionSpec> own(String scenario) {
        return subcommand(scenario).mixins().get("scenario").options().stream();
    }

    private CommandSpec subcommand(String name) {
        return runner.getSubcommands().get(name).getCommandSpec();
    }

    /** The flags of {@code producer.jar}. */
    String producerFlags() {
        return options(ProducerMain.commandSpec().options().stream()
                .filter(option -> !USUAL.contains(option.longestName()))
                .toList());
    }

    /** The options of {@code gateway.jar}. */
    static String gatewayOptions() {
        return options(GatewayMain.commandSpec().options().stream()
                .filter(option -> !USUAL.contains(option.longestName()))
                .toList());
    }

    private static String options(List<OptionSpec> options) {
        MarkdownTable table = new MarkdownTable("Option", "Meaning");
        options.forEach(option -> table.row("`" + flag(option) + "`", description(option)));
        return table.toString();
    }

    private static String flag(OptionSpec option) {
        String label = option.paramLabel();
        if (option.arity().max() == 0) {
            return option.longestName();
        }
        return option.longestName() + (label.startsWith("[") || label.startsWith("=") ? "" : " ") + label;
    }

    private static String description(OptionSpec option) {
        return String.join(" ", option.description())
                .replace("${DEFAULT-VALUE}", String.valueOf(option.defaultValueString()))
                .replace("%n", " ")
                .replace("%%", "%")
                .replaceAll("\\s+", " ")
                .strip();
    }

    /** What {@code runner.jar} exits with. */
    String exitCodes() {
        MarkdownTable table = new MarkdownTable("Code", "Meaning");
        for (String line : runner.getCommandSpec().usageMessage().footer()) {
            String[] parts = line.strip().split(" +", 2);
            table.row(parts);
        }
        return table.toString();
    }
}
