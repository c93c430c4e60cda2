package dev.queuelab.runner.cli;

import dev.queuelab.scenarios.kit.Catalogue;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import picocli.AutoComplete;
import picocli.CommandLine;

/**
 * The commands by their names. To read the annotations of all takes longer than what most of them do, so only those are
 * made that the arguments can be about.
 */
final class Commands {
    private static final String COMPLETION = "generate-completion";

    private final Map<String, Supplier<Object>> commands = new LinkedHashMap<>();

    Commands(CommandContext context) {
        commands.put("run", () -> new RunCommand(context));
        commands.put("controls", () -> new ControlsCommand(context));
        commands.put("conformance", () -> new ConformanceCommand(context));
        commands.put("cases", CasesCommand::new);
        commands.put("conformance-matrix", ConformanceMatrixCommand::new);
        commands.put("validate", () -> new ValidateCommand(context));
        commands.put("dlq", () -> new DlqCommand(context));
        commands.put("sandbox", () -> new SandboxCommand(context));
        commands.put("report", ReportCommand::new);
        commands.put("explain", ExplainCommand::new);
        commands.put("faults", FaultsCommand::new);
        commands.put("check", CheckCommand::new);
        commands.put("history", HistoryCommand::new);
        commands.put("warm-up", () -> new WarmUpCommand(context));
        commands.put("settings", () -> new SettingsCommand(context));
        commands.put("terraform-state", () -> new TerraformStateCommand(context));
        commands.put(COMPLETION, AutoComplete.GenerateCompletion::new);
        Catalogue.all().forEach(entry -> commands.put(entry.name(), () -> ScenarioCommand.commandLine(entry, context)));
    }

    /** Adds the command that these arguments name, or all where they may be about any: help, completion, a mistake. */
    void addTo(CommandLine root, List<String> arguments) {
        String first = arguments.isEmpty() ? "" : arguments.get(0);
        if (commands.containsKey(first) && !first.equals(COMPLETION)) {
            root.addSubcommand(first, commands.get(first).get());
        } else if (!arguments.equals(List.of(RunnerCommand.LIST))) {
            addAll(root);
        }
    }

    /** Adds those that are not there yet. */
    void addAll(CommandLine root) {
        commands.forEach((name, command) -> {
            if (!root.getSubcommands().containsKey(name)) {
                root.addSubcommand(name, command.get());
            }
        });
    }
}
