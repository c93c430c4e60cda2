package dev.queuelab.runner.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** What the action's steps run, as GitHub would; GitHub itself is not here. */
@ExtendWith(SharedProject.class)
class ActionIT {
    private static final String PLAY = "play conformance";

    /** What a workflow may pass on from outside, such as the title of a pull request. */
    private static final String HOSTILE = "'; touch pwned; \"$(touch pwned)\" `touch pwned` --seed=1";

    private final Action action = Action.read();
    private final Project project;
    private final Path temp;

    ActionIT(Project project, @TempDir Path temp) {
        this.project = project;
        this.temp = temp;
    }

    @Test
    void conformanceIsPlayedAndItsResultsAreWhereTheOutputSays() throws IOException {
        String consumer = "'" + Project.java() + "' -jar '" + project.jar("consumer") + "'";

        String output = play(
                        project.folder(),
                        Map.of("consumer-command", consumer, "cases", "shutdown/idle-ends", "visibility-timeout", "4"),
                        Map.of("JAVA_HOME", System.getProperty("java.home")))
                .exitsWith(0);

        assertThat(output).contains("1 of 1 cases held");
        assertThat(folder().resolve("results.json")).content().contains("\"held\"");
        assertThat(folder().resolve("results.xml")).content().contains("<testsuite");
        assertThat(folder().resolve("badge.svg")).content().contains("queue lab: 1 held");
        assertThat(folder().resolve("runs")).isNotEmptyDirectory();
        assertThat(temp.resolve("summary.md")).content().contains("shutdown/idle-ends");
    }

    @Test
    void eachInputBecomesItsOption() throws IOException {
        Map<String, String> inputs = new LinkedHashMap<>();
        inputs.put("consumer-command", "node 'my consumer.js'");
        inputs.put("kinds", " shutdown\n errors ");
        inputs.put("cases", "freeze/goes-on freeze/loses-nothing");
        inputs.put("without", "versions,max-age");
        inputs.put("baseline", "known breaks.txt");
        inputs.put("visibility-timeout", "20");
        inputs.put("queue-url-env", "SQS_URL");
        inputs.put("env", "A=one two\nB=3\n");
        inputs.put("effects", "POST /charges id=$.order.id\n");
        inputs.put("strict", "true");

        assertThat(arguments(inputs))
                .startsWith("conformance", "--consumer-cmd=node 'my consumer.js'")
                .endsWith(
                        "--kind=shutdown",
                        "--kind=errors",
                        "--case=freeze/goes-on",
                        "--case=freeze/loses-nothing",
                        "--env=A=one two",
                        "--env=B=3",
                        "--effect=POST /charges id=$.order.id",
                        "--without=versions,max-age",
                        "--baseline=known breaks.txt",
                        "--visibility-timeout=20",
                        "--queue-url-env=SQS_URL",
                        "--strict=true");
        assertThat(action.document().path("inputs").properties())
                .as("inputs that no test names")
                .extracting(Map.Entry::getKey)
                .containsOnlyOnceElementsOf(inputs.keySet())
                .hasSize(inputs.size()
                        + List.of("working-directory", "artifact-name").size());
    }

    @Test
    void nothingBesidesTheCommandNeedsToBeGiven() throws IOException {
        assertThat(arguments(Map.of("consumer-command", "node c.js")))
                .startsWith("conformance", "--consumer-cmd=node c.js")
                .endsWith("--strict=false")
                .hasSize(7);
    }

    /** What somebody writes into a workflow must become neither a script nor another option. */
    @Test
    void inputsAreNotPastedIntoScripts() throws IOException {
        Map<String, String> inputs = new LinkedHashMap<>();
        action.document().path("inputs").fieldNames().forEachRemaining(name -> inputs.put(name, HOSTILE));

        assertThat(arguments(inputs))
                .contains("--consumer-cmd=" + HOSTILE, "--baseline=" + HOSTILE, "--env=" + HOSTILE)
                .doesNotContain("--seed=1");
        try (var files = Files.walk(temp)) {
            assertThat(files).noneMatch(file -> file.endsWith("pwned"));
        }
        assertThat(action.steps())
                .isNotEmpty()
                .allSatisfy(step -> assertThat(step.path("run").asText()).doesNotContain("${{"));
    }

    @Test
    void aFailureIsTheSteps() throws IOException {
        assertThat(play(withJavaThat("exit 3"), Map.of(), Map.of()).exitCode()).isEqualTo(3);
    }

    @Test
    void whatWasFoundIsUploadedWhateverTheVerdictByAPinnedAction() {
        JsonNode upload = action.step("upload what was found");

        assertThat(upload.path("if").asText()).startsWith("always()");
        assertThat(upload.path("with").path("path").asText()).isEqualTo("${{ steps.play.outputs.folder }}");
        assertThat(action.steps())
                .filteredOn(step -> step.has("uses"))
                .isNotEmpty()
                .allSatisfy(step -> assertThat(step.path("uses").asText()).matches("[a-z-]+/[a-z-]+@[0-9a-f]{40}"));
    }

    private List<String> arguments(Map<String, String> inputs) throws IOException {
        play(withJavaThat("printf '%s\\0' \"${@:3}\" > ../arguments"), inputs, Map.of())
                .exitsWith(0);
        return Pattern.compile("\0")
                .splitAsStream(Files.readString(temp.resolve("arguments")))
                .toList();
    }

    private Program play(Path checkout, Map<String, String> inputs, Map<String, String> variables) throws IOException {
        Map<String, String> all = new LinkedHashMap<>(variables);
        all.put("GITHUB_ACTION_PATH", checkout.toString());
        all.put("GITHUB_OUTPUT", temp.resolve("output").toString());
        all.put("GITHUB_STEP_SUMMARY", temp.resolve("summary.md").toString());
        all.put("RUNNER_TEMP", temp.toString());
        if (!variables.containsKey("JAVA_HOME")) {
            all.put("JAVA_HOME_17_X64", checkout.toString());
        }
        return action.run(PLAY, inputs, Files.createDirectories(temp.resolve("work")), all);
    }

    /** Where a stand-in for Java does this. */
    private Path withJavaThat(String does) throws IOException {
        Path home = temp.resolve("home of java");
        Path java = Files.createDirectories(home.resolve("bin")).resolve("java");
        assertThat(Files.writeString(java, "#!/usr/bin/env bash\n" + does + "\n")
                        .toFile()
                        .setExecutable(true))
                .isTrue();
        return home;
    }

    private Path folder() throws IOException {
        return Path.of(Files.readString(temp.resolve("output")).strip().replaceFirst("^folder=", ""));
    }
}
