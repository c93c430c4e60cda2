package dev.queuelab.runner.it;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** The action for GitHub's workflows, as {@code action.yml} describes it. */
record Action(JsonNode document) {
    static final Path FILE = Path.of("../action.yml");

    static Action read() {
        try {
            return new Action(new YAMLMapper().readTree(FILE.toFile()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    List<JsonNode> steps() {
        return List.copyOf(document.path("runs").path("steps").valueStream().toList());
    }

    JsonNode step(String name) {
        return steps().stream()
                .filter(step -> step.path("name").asText().equals(name))
                .findFirst()
                .orElseThrow();
    }

    /** Runs a step's script as GitHub does where its shell is bash: with its variables, from these inputs. */
    Program run(String name, Map<String, String> inputs, Path where, Map<String, String> variables) {
        JsonNode step = step(name);
        ProcessBuilder builder = new ProcessBuilder(
                        "bash",
                        "--noprofile",
                        "--norc",
                        "-eo",
                        "pipefail",
                        "-c",
                        step.path("run").asText())
                .directory(where.toFile());
        step.path("env").properties().forEach(variable -> {
            String input = variable.getValue().asText().replaceFirst("^\\$\\{\\{ inputs\\.([a-z-]+) }}$", "$1");
            String otherwise =
                    document.path("inputs").path(input).path("default").asText();
            builder.environment().put(variable.getKey(), inputs.getOrDefault(input, otherwise));
        });
        builder.environment().keySet().removeAll(List.of("JAVA_HOME", "JAVA_HOME_17_X64"));
        builder.environment().putAll(variables);
        return Program.start(builder);
    }
}
