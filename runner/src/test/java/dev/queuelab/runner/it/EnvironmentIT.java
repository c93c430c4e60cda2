package dev.queuelab.runner.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a run needs and does not find is told in a sentence, with exit code 3. */
@ChangesProject
class EnvironmentIT {
    private static final String STACK = """
            {"queue_url": "http://127.0.0.1:1/000000000000/queue", "dlq_arn": "arn:aws:sqs:us-west-1:000000000000:dlq",
             "message_status_table": "status", "message_side_effects_table": "effects"}
            """;

    private static final String NOBODY_LISTENS = """
            {"aws_region": {"value": "us-west-1"}, "scenarios": {"value": {"happy": STACK}},
             "endpoints": {"value": {"sqs": "http://127.0.0.1:1", "dynamodb": "http://127.0.0.1:1"}}}
            """;

    private final Project project;

    @TempDir
    private Path temp;

    EnvironmentIT(Project project) {
        this.project = project;
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    garbage | is not JSON
                    {}      | has no outputs
                    []      | has no outputs
                    {"aws_region": {"value": 7}} | aws_region.value is 7: expected text
                    {"aws_region": {"value": "us-west-1"}} | lists no scenarios
                    {"aws_region": {"value": "us-west-1"}, "scenarios": {"value": {"other": STACK}}} | no stack for happy
                    {"aws_region": {"value": "us-west-1"}, "scenarios": {"value": {"happy": {}}}} | scenarios.happy.queue_url
                    {"aws_region": {"value": "us-west-1"}, "scenarios": {"value": {"happy": STACK}}, "endpoints": {"value": {"sqs": "a b", "dynamodb": "x"}}} | expected a URL
                    NOBODY_LISTENS | Connection refused
                    """, quoteCharacter = '\'')
    void saysWhatIsWrongWithAnOutputsDocument(String document, String sentence) throws IOException {
        Path file = temp.resolve("outputs.json");
        Files.writeString(
                file, document.replace("NOBODY_LISTENS", NOBODY_LISTENS).replace("STACK", STACK));

        assertThat(happy("--outputs", file.toString())).contains("outputs.json", sentence);
    }

    @Test
    void saysThatThereIsNoOutputsDocument() {
        assertThat(happy("--outputs", "nowhere.json")).contains("nowhere.json: no such file or directory");
    }

    @Test
    void saysThatThereIsNoTerraform() throws IOException {
        assertThat(happy("--environment", "terraform")).contains("terraform does not exist", "--outputs FILE");

        Path folder = Files.createDirectory(project.folder().resolve("terraform"));
        try {
            Program missing =
                    project.runner(temp, Map.of("TERRAFORM", "nosuchform"), "happy", "--environment", "terraform");
            assertThat(sentence(missing)).contains("cannot run nosuchform", "--environment sandbox");
            Program failing = project.runner(temp, Map.of("TERRAFORM", "false"), "happy", "--environment", "terraform");
            assertThat(sentence(failing)).contains("false output failed with exit code 1");
        } finally {
            Files.delete(folder);
        }
    }

    @Test
    void saysThatTheRunFolderCannotBeMade() throws IOException {
        Path file = Files.writeString(temp.resolve("outputs.json"), NOBODY_LISTENS.replace("STACK", STACK));
        Path below = file.resolve("below");

        assertThat(happy("--outputs=" + file, "--run-dir=" + file)).contains("cannot make a run folder in " + file);
        assertThat(happy("--outputs=" + file, "--run-dir=" + below)).contains("cannot make a run folder in " + below);
    }

    @ParameterizedTest
    @ValueSource(strings = {"consumer", "sandbox"})
    void saysWhichJarIsMissing(String program) throws IOException {
        Path jar = project.jar(program);
        Path away = Files.move(jar, jar.resolveSibling("away.jar"));
        try {
            assertThat(happy()).contains(jar + " is missing", "`make dist` builds them");
        } finally {
            Files.move(away, jar);
        }
    }

    private String happy(String... options) {
        String[] arguments = new String[options.length + 1];
        arguments[0] = "happy";
        System.arraycopy(options, 0, arguments, 1, options.length);
        return sentence(project.runner(temp, arguments));
    }

    private static String sentence(Program program) {
        String output = program.exitsWith(3);
        assertThat(output).doesNotContain("\tat ", "crashed");
        return output;
    }
}
