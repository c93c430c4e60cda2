package dev.queuelab.runner.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Broken settings of the AWS SDK are named, with exit code 2, by every program that needs them; the sandbox needs none. */
@ExtendWith(SharedProject.class)
class AwsSettingsIT {
    private static final String DOCUMENT = """
            {"aws_region": {"value": "us-west-1"}, "scenarios": {"value": {"happy": {
             "queue_url": "http://127.0.0.1:1/000000000000/queue", "dlq_arn": "arn:aws:sqs:us-west-1:000000000000:dlq",
             "message_status_table": "status", "message_side_effects_table": "effects"}}}}
            """;

    private final Project project;

    @TempDir
    private Path temp;

    AwsSettingsIT(Project project) {
        this.project = project;
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    AWS_MAX_ATTEMPTS          | abc            | AWS_MAX_ATTEMPTS is 'abc'
                    AWS_ENDPOINT_URL_SQS      | localhost:9324 | AWS_ENDPOINT_URL_SQS is 'localhost:9324'
                    AWS_USE_FIPS_ENDPOINT     | true           | AWS_USE_FIPS_ENDPOINT is true
                    AWS_CONFIG_FILE           | CONFIG         | '=' sign defining a property on line 2
                    """, quoteCharacter = '"')
    void brokenOnesAreNamed(String variable, String value, String sentence) throws IOException {
        Path document = Files.writeString(temp.resolve("outputs.json"), DOCUMENT);
        Map<String, String> variables = new HashMap<>(Map.of(
                "QUEUE_URL", "http://127.0.0.1:1/000000000000/queue",
                "AWS_REGION", "us-west-1",
                "AWS_ACCESS_KEY_ID", "key",
                "AWS_SECRET_ACCESS_KEY", "secret",
                "AWS_ENDPOINT_URL_SQS", "http://127.0.0.1:1",
                "AWS_CONFIG_FILE", "/dev/null"));
        variables.put(variable, value.replace("CONFIG", brokenFile().toString()));

        for (String program : List.of("consumer", "producer")) {
            assertThat(start(program, variables).exitsWith(2))
                    .contains(sentence)
                    .doesNotContain("\tat ", "defect");
        }
        for (String command : List.of("happy", "validate")) {
            assertThat(project.runner(temp, variables, command, "--outputs=" + document)
                            .exitsWith(2))
                    .contains(sentence)
                    .doesNotContain("\tat ", "crashed");
        }
    }

    @Test
    void aRunOnTheSandboxDependsOnNone() throws IOException {
        Map<String, String> broken = Map.of(
                "AWS_MAX_ATTEMPTS", "abc",
                "AWS_ENDPOINT_URL", "localhost:1",
                "AWS_ENDPOINT_URL_SQS", "localhost:1",
                "AWS_USE_FIPS_ENDPOINT", "true",
                "AWS_USE_DUALSTACK_ENDPOINT", "maybe",
                "AWS_DEFAULTS_MODE", "bogus",
                "AWS_PROFILE", "nosuch",
                "AWS_CONFIG_FILE", brokenFile().toString(),
                "AWS_SHARED_CREDENTIALS_FILE", brokenFile().toString());

        assertThat(project.runner(temp, broken, "happy", "--count=1", "--environment=sandbox")
                        .exitsWith(0))
                .contains("PASS happy");
    }

    private Path brokenFile() throws IOException {
        return Files.writeString(temp.resolve("config"), "[default]\nregion us-west-1\n");
    }

    private Program start(String program, Map<String, String> variables) {
        ProcessBuilder builder =
                new ProcessBuilder(Project.java(), "-jar", project.jar(program).toString()).directory(temp.toFile());
        builder.environment().putAll(variables);
        return Program.start(builder);
    }
}
