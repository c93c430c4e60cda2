package dev.queuelab.runner.docs;

import dev.queuelab.runner.cli.RunnerModel;
import java.util.List;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** The manual page of {@code runner.jar}, in the form that {@code man} reads, from picocli's model of the command line. */
final class ManPage {
    private final CommandLine runner = RunnerModel.commandLine();
    private final StringBuilder page = new StringBuilder();

    private ManPage() {}

    static String text() {
        ManPage man = new ManPage();
        man.write();
        return man.page.toString();
    }

    private void write() {
        page.append(".\\\" Written by `make docs` from the code.\n.TH QUEUE\\-LAB 1\n");
        section("NAME", "queue-lab - a laboratory for the failure modes of message queues");
        section("SYNOPSIS", "java -jar dist/runner.jar COMMAND [OPTIONS]");
        section(
                "DESCRIPTION",
                String.join(" ", runner.getCommandSpec().usageMessage().header()));
        heading("COMMANDS");
        commands(runner.getCommandSpec());
        heading("EXIT STATUS");
        for (String line : runner.getCommandSpec().usageMessage().footer()) {
            String[] parts = line.strip().split(" +", 2);
            if (parts.length == 2) {
                item(parts[0], parts[1]);
            }
        }
        section("SEE ALSO", "README.md, docs/reference.md");
    }

    private void commands(CommandSpec parent) {
        for (CommandLine each : parent.subcommands().values()) {
            CommandSpec command = each.getCommandSpec();
            if (command.usageMessage().hidden()) {
                continue;
            }
            if (!command.subcommands().isEmpty()) {
                commands(command);
                continue;
            }
            String parameters = command.positionalParameters().stream()
                    .map(parameter -> " " + parameter.paramLabel())
                    .distinct()
                    .collect(Collectors.joining());
            item(
                    command.qualifiedName().replaceFirst("^runner.jar ", "") + parameters,
                    plain(command.usageMessage().description(), ""));
            options(command.options());
        }
    }

    private void options(List<OptionSpec> options) {
        page.append(".RS\n");
        for (OptionSpec option : options) {
            String label = option.arity().max() == 0 ? "" : " " + option.paramLabel();
            item(
                    String.join(", ", option.names()) + label,
                    plain(option.description(), String.valueOf(option.defaultValueString())));
        }
        page.append(".RE\n");
    }

    private static String plain(String[] lines, String defaultValue) {
        return String.join(" ", lines)
                .replace("${DEFAULT-VALUE}", defaultValue)
                .replace("${COMPLETION-CANDIDATES}", "")
                .replace("%n", " ")
                .replace("%%", "%")
                .replaceAll("@\\|\\w+ (.*?)\\|@", "$1")
                .replaceAll("\\s+", " ")
                .strip();
    }

    private void section(String heading, String text) {
        heading(heading);
        page.append(escaped(plain(new String[] {text}, ""))).append('\n');
    }

    private void heading(String heading) {
        page.append(".SH ").append(heading).append('\n');
    }

    private void item(String term, String text) {
        page.append(".TP\n.B ")
                .append(escaped(term))
                .append('\n')
                .append(escaped(text))
                .append('\n');
    }

    /** A line that begins with a full stop or an apostrophe would be a request of roff's. */
    private static String escaped(String text) {
        String line = text.replace("\\", "\\e").replace("-", "\\-");
        return line.startsWith(".") || line.startsWith("'") ? "\\&" + line : line;
    }
}
