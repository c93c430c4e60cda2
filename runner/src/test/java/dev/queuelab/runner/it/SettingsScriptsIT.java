package dev.queuelab.runner.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The scripts that find the settings of a queue: for a shell, and for the producer. */
class SettingsScriptsIT {
    private final ScriptProject project;

    SettingsScriptsIT(@TempDir Path temp) throws IOException {
        project = ScriptProject.in(temp);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "export QUEUE_URL='from-dotenv'\nexport AWS_REGION='us-west-1'",
                "QUEUE_URL=from-dotenv # a comment\nAWS_REGION=\"us-west-1\"\n"
            })
    void setEnvExportsWhatDotEnvSetsAndForgetsAnEmulator(String dotEnv) throws IOException {
        Files.writeString(project.root().resolve(".env"), dotEnv);

        assertThat(project.run("export AWS_ENDPOINT_URL_SQS=http://127.0.0.1:1 AWS_ACCESS_KEY_ID=queuelab;"
                                + " . scripts/set_env.sh && env")
                        .exitsWith(0))
                .containsSubsequence("QUEUE_URL=from-dotenv", "QUEUE_URL=from-dotenv")
                .contains("AWS_REGION=us-west-1")
                .doesNotContain("AWS_ENDPOINT_URL_SQS=", "AWS_ACCESS_KEY_ID=");
    }

    @Test
    void setEnvAndRunProducerRefuseADotEnvThatIsNotUnderstood() throws IOException {
        Files.writeString(
                project.root().resolve(".env"),
                "AWS_REGION=x\nQUEUE_URL = x\nQUEUE_URL=`touch pwned`\nPATH=/nowhere\n");

        assertThat(project.run("QUEUE_URL=earlier; . scripts/set_env.sh; echo \"status $? $QUEUE_URL\"")
                        .exitsWith(0))
                .contains("/.env, line 2: ", "/.env, line 3: ", "/.env, line 4: ", "status 2 earlier");
        assertThat(project.run("scripts/run_producer.sh").exitsWith(2)).contains("/.env, line 2: ");
        assertThat(project.root().resolve("pwned")).doesNotExist();
    }

    @Test
    void setEnvSaysThatDotEnvSetsNoQueue() throws IOException {
        Files.writeString(project.root().resolve(".env"), "AWS_REGION=us-west-1\n");

        assertThat(project.run("export QUEUE_URL=earlier; . scripts/set_env.sh; echo \"status $? $QUEUE_URL\"")
                        .exitsWith(0))
                .contains("sets no QUEUE_URL", "status 2 earlier");
    }

    @Test
    void setEnvTakesTerraformsOutputsWhereThereIsNoDotEnv() throws IOException {
        project.standInTerraform(ScriptProject.amongWarnings(ScriptProject.outputs("null")));

        assertThat(project.run(". scripts/set_env.sh && env").exitsWith(0))
                .contains("QUEUE_URL=https://sqs.us-west-1.amazonaws.com/123456789012/from-terraform")
                .contains("AWS_REGION=us-west-1")
                .doesNotContain("from-a-warning");
        assertThat(project.root().resolve("pwned")).doesNotExist();
    }

    @Test
    void setEnvTakesLinesOfKnownNamesOnly() throws IOException {
        project.standIn("java", """
                echo 'OpenJDK warning: `touch pwned`'
                echo PATH=/nowhere
                echo 'x; touch pwned; QUEUE_URL=y'
                echo QUEUE_URL
                echo 'QUEUE_URL=it is $(touch pwned) `touch pwned` "here'
                """);

        assertThat(project.run("unset JAVA_HOME; . scripts/set_env.sh; echo \"<$QUEUE_URL> $PATH\"")
                        .exitsWith(0))
                .contains("<it is $(touch pwned) `touch pwned` \"here> " + project.tools());
        assertThat(project.root().resolve("pwned")).doesNotExist();
    }

    @Test
    void setEnvSaysThatTheRunnerIsMissing() throws IOException {
        Files.delete(project.root().resolve("dist/runner.jar"));

        assertThat(project.run(". scripts/set_env.sh").exitsWith(4))
                .contains("dist/runner.jar is missing: make dist builds it");
    }

    @Test
    void setEnvRefusesToBeExecuted() {
        assertThat(project.run("scripts/set_env.sh").exitsWith(2)).contains("must be sourced");
        assertThat(project.run("bash scripts/set_env.sh").exitsWith(2)).contains("must be sourced");
    }

    @Test
    void setEnvSaysWhatMakesSettingsAndLeavesTheShellAlive() throws IOException {
        project.standIn("terraform", "exit 1");

        assertThat(project.run(". scripts/set_env.sh; echo \"status $?\"; compgen -v | grep '^_queue_lab'")
                        .exitsWith(1))
                .contains("There is no .env", "exit code 1", "make infra-up", "status 3")
                .doesNotContain("_queue_lab");
    }

    @Test
    void runProducerPassesSettingsAndFlagsOn() throws IOException {
        project.standInJavaForTheProducer();
        project.standInTerraform(ScriptProject.amongWarnings(ScriptProject.outputs("null")));

        assertThat(project.run("unset JAVA_HOME; scripts/run_producer.sh --n 3 --run-id 'two words'")
                        .exitsWith(0))
                .contains("from-terraform", "<--n><3><--run-id><two words>");

        Files.writeString(project.root().resolve(".env"), "QUEUE_URL=from-dotenv\n");
        assertThat(project.run("unset JAVA_HOME; scripts/run_producer.sh").exitsWith(0))
                .contains("QUEUE_URL=from-dotenv");
        assertThat(project.root().resolve("pwned")).doesNotExist();
    }

    @Test
    void runProducerLeavesItToTheProducerWhereThereAreNoSettings() throws IOException {
        project.standInJavaForTheProducer();
        project.standInTerraform("{}");

        assertThat(project.run("unset JAVA_HOME; scripts/run_producer.sh --queue-url http://q")
                        .exitsWith(0))
                .contains("<--queue-url><http://q>");
    }

    @Test
    void runProducerBuildsWhatIsMissing() throws IOException {
        Files.delete(project.root().resolve("dist/producer.jar"));
        project.standIn("make", "echo \"make $*\"; exit 9");

        assertThat(project.run("scripts/run_producer.sh").exitsWith(9)).contains("--no-print-directory dist");
    }
}
