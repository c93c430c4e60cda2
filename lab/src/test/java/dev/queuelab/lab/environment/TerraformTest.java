package dev.queuelab.lab.environment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Against a stand-in for the program, which answers as Terraform does. */
class TerraformTest {
    private static final String DOCUMENT = """
            {"aws_region": {"value": "us-west-1"}, "scenarios": {"value": {"happy": {
             "queue_url": "https://sqs.us-west-1.amazonaws.com/1/q", "dlq_arn": "arn:aws:sqs:us-west-1:1:dlq",
             "message_status_table": "status", "message_side_effects_table": "effects"}}}}
            """;

    @TempDir
    private Path temp;

    private Path folder = Path.of("");

    @BeforeEach
    void layOut() throws IOException {
        folder = Files.createDirectory(temp.resolve("terraform"));
    }

    @Test
    void aFolderInWhichTerraformWasNeverUsedIsNotAskedAbout() throws IOException {
        assertThat(answering("echo asked >&2; exit 1").workspaceIfUsed()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {".terraform/environment", "terraform.tfstate", "terraform.tfstate.d/staging/terraform.tfstate"})
    void theSelectedWorkspaceIsTerraformsToName(String left) throws IOException {
        Files.createDirectories(folder.resolve(left).getParent());
        Files.writeString(folder.resolve(left), "staging");

        Terraform.Workspace workspace = answering(
                        "case $2 in output) cat '" + document() + "' ;; workspace) echo staging ;; esac")
                .workspaceIfUsed()
                .orElseThrow();

        assertThat(workspace.name()).isEqualTo("staging");
        assertThat(workspace.outputs().orElseThrow().stacks()).containsOnlyKeys("happy");
    }

    @Test
    void warningsAroundTheAnswersAreNoPartOfThem() throws IOException {
        Files.createDirectory(folder.resolve(".terraform"));
        String noise = "echo; echo 'Warning: `rm -rf /` is deprecated'; echo";

        Terraform.Workspace workspace = answering(noise + "; case $2 in output) cat '" + document()
                        + "' ;; workspace) echo staging ;; esac; " + noise)
                .workspaceIfUsed()
                .orElseThrow();

        assertThat(workspace.name()).isEqualTo("staging");
        assertThat(workspace.outputs()).isPresent();
    }

    @Test
    void aWorkspaceMayBeEmpty() throws IOException {
        Files.createDirectory(folder.resolve(".terraform"));
        Terraform terraform = answering("case $2 in output) echo '{}' ;; workspace) echo staging ;; esac");

        assertThat(terraform.workspaceIfUsed()).contains(new Terraform.Workspace("staging", Optional.empty()));
        assertThatThrownBy(terraform::required)
                .isInstanceOf(EnvironmentException.class)
                .hasMessageContainingAll("workspace staging", "has no outputs", "`make infra-up`");
    }

    @Test
    void whatFailsIsNotTakenForNothing() throws IOException {
        Files.createDirectory(folder.resolve(".terraform"));

        assertThatThrownBy(() -> answering("echo 'Backend initialization required' >&2; exit 1")
                        .workspaceIfUsed())
                .isInstanceOf(EnvironmentException.class)
                .hasMessageContaining("output failed with exit code 1: Backend initialization required");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "terraform.tfstate",
                "terraform.tfstate.d/staging/terraform.tfstate",
                ".terraform/terraform.tfstate"
            })
    void stateWithoutAProgramToReadItIsAnError(String state) throws IOException {
        Files.createDirectories(folder.resolve(state).getParent());
        Files.writeString(folder.resolve(state), "{\"outputs\": {\"queue_url\": {}}}");

        assertThatThrownBy(() -> new Terraform(folder, "nosuchform").workspaceIfUsed())
                .isInstanceOf(EnvironmentException.class)
                .hasMessageContainingAll(
                        "there is Terraform state in " + folder, "cannot run nosuchform", "--environment sandbox");
    }

    @Test
    void withoutStateTheProgramMayBeMissing() throws IOException {
        Files.writeString(folder.resolve("terraform.tfstate"), "{\"outputs\": {}}");

        assertThat(new Terraform(folder, "nosuchform").workspaceIfUsed()).isEmpty();
    }

    private Terraform answering(String script) throws IOException {
        Path program = Files.writeString(temp.resolve("terraform-stand-in"), "#!/bin/sh\n" + script + "\n");
        assertThat(program.toFile().setExecutable(true)).isTrue();
        return new Terraform(folder, program.toString());
    }

    private Path document() throws IOException {
        return Files.writeString(temp.resolve("document.json"), DOCUMENT);
    }
}
