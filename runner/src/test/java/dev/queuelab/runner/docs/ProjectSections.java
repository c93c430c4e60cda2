package dev.queuelab.runner.docs;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;

/** What the documentation says of files that are not Java: the Makefile and Terraform's variables. */
final class ProjectSections {
    private static final Pattern TARGET = Pattern.compile("(?m)^([a-z%-]+):.*## (.*)$");
    private static final Pattern VARIABLE = Pattern.compile(
            "variable \"(\\w+)\" \\{\\s+description = \"([^\"]+)\".*?\\n  default *= (\\S+)", Pattern.DOTALL);

    private final Path project;

    ProjectSections(Path project) {
        this.project = project;
    }

    String makeTargets() throws IOException {
        MarkdownTable table = new MarkdownTable("Target", "What it does");
        TARGET.matcher(Files.readString(project.resolve("Makefile")))
                .results()
                .forEach(match -> table.row("`make " + match.group(1).replace("%", "NAME") + "`", match.group(2)));
        return table.toString();
    }

    String terraformVariables() throws IOException {
        MarkdownTable table = new MarkdownTable("Variable", "Default", "Description");
        VARIABLE.matcher(Files.readString(project.resolve("terraform/variables.tf")))
                .results()
                .forEach(match -> table.row(
                        "`" + match.group(1) + "`",
                        match.group(3).equals("null")
                                ? "(none)"
                                : "`" + match.group(3).replace("\"", "") + "`",
                        match.group(2)));
        return table.toString();
    }
}
