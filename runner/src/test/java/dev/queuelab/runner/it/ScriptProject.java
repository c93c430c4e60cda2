package dev.queuelab.runner.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** A project's folder with the scripts in it, and stand-ins for the programs that they call. */
record ScriptProject(Path temp, Path root, Path tools) {
    private static final String OUTPUTS = """
            {
              "aws_region": {"sensitive": false, "type": "string", "value": "us-west-1"},
              "endpoints": {"sensitive": false, "type": "dynamic", "value": %s},
              "scenarios": {
                "sensitive": false,
                "value": {
                  "happy": {
                    "queue_url": "https://sqs.us-west-1.amazonaws.com/123456789012/from-terraform",
                    "dlq_arn": "arn:aws:sqs:us-west-1:123456789012:dlq",
                    "message_status_table": "status",
                    "message_side_effects_table": "effects"
                  }
                }
              }
            }""";

    /** The endpoints of an emulator, as Terraform prints them. */
    static final String EMULATOR = "{\"dynamodb\":\"http://127.0.0.1:2\",\"sqs\":\"http://127.0.0.1:1\"}";

    /** What newer versions of Terraform, and wrappers, print beside the output. */
    private static final String WARNING = """
            Warning: a provider is deprecated

            Run `touch pwned` or $(touch pwned); QUEUE_URL=http://127.0.0.1/from-a-warning
            {"queue_url": unquoted}
            """;

    static ScriptProject in(Path temp) throws IOException {
        Path root = Files.createDirectory(temp.resolve("project with space"));
        Files.createDirectory(root.resolve("dist"));
        link(Project.scripts().resolveSibling("dist").resolve("runner.jar"), root.resolve("dist/runner.jar"));
        Files.createFile(root.resolve("dist/producer.jar"));
        Files.createDirectory(root.resolve("terraform"));
        Files.createDirectory(root.resolve("scripts"));
        try (Stream<Path> scripts = Files.list(Project.scripts())) {
            for (Path script : scripts.toList()) {
                Files.copy(script, root.resolve("scripts").resolve(script.getFileName()));
            }
        }
        Files.copy(root.resolve("scripts/queue-lab"), root.resolve("dist/queue-lab")); // as make dist does
        return new ScriptProject(temp, root, Files.createDirectory(temp.resolve("tools")));
    }

    /** What {@code terraform output -json} prints; {@code endpoints} is JSON. */
    static String outputs(String endpoints) {
        return OUTPUTS.formatted(endpoints);
    }

    static String amongWarnings(String outputs) {
        return WARNING + outputs + "\n" + WARNING;
    }

    /** A Terraform that prints this as its outputs, and else which command it was called with. */
    void standInTerraform(String outputs) throws IOException {
        Files.writeString(tools.resolve("outputs"), outputs);
        standIn("terraform", """
                shift
                case "$*" in
                  "output -json") cat '%s' ;;
                  *) echo "called $*" ;;
                esac""".formatted(tools.resolve("outputs")));
    }

    /** Most tests need no copy of its megabytes of their own. */
    private static void link(Path from, Path to) throws IOException {
        try {
            Files.createLink(to, from);
        } catch (IOException | UnsupportedOperationException e) {
            Files.copy(from, to);
        }
    }

    void standIn(String name, String script) throws IOException {
        Path file = Files.writeString(tools.resolve(name), "#!/usr/bin/env bash\n" + script + "\n");
        assertThat(file.toFile().setExecutable(true)).isTrue();
    }

    /** A line of bash in the project's folder, with the stand-ins first on its PATH. */
    Program run(String line) {
        Map<String, String> inherited = System.getenv();
        ProcessBuilder builder = new ProcessBuilder("bash", "-c", line).directory(root.toFile());
        Map<String, String> variables = new HashMap<>();
        for (String kept : List.of("HOME", "JAVA_HOME", "LANG")) {
            if (inherited.containsKey(kept)) {
                variables.put(kept, inherited.getOrDefault(kept, ""));
            }
        }
        variables.put("PATH", tools + ":" + inherited.getOrDefault("PATH", "/usr/bin:/bin"));
        builder.environment().clear();
        builder.environment().putAll(variables);
        return Program.start(builder);
    }

    /** The runner is real, and the producer prints what it is given. */
    void standInJavaForTheProducer() throws IOException {
        standIn("java", """
                case "$*" in
                  *runner.jar*) exec '%s' "$@" ;;
                  *) echo "QUEUE_URL=$QUEUE_URL"; printf '<%%s>' "$@" ;;
                esac""".formatted(Project.java()));
    }
}
