package dev.queuelab.runner.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The scripts round Terraform, the tools that a machine needs, and LocalStack. */
class InfraScriptsIT {
    private final ScriptProject project;

    InfraScriptsIT(@TempDir Path temp) throws IOException {
        project = ScriptProject.in(temp);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ''                                         | emulator | on an emulator
            TF_VAR_endpoints={}                        | null     | on AWS, and endpoints are given
            AWS_ENDPOINT_URL_SQS=http://127.0.0.1:1    | nothing  | AWS_ENDPOINT_URL_SQS is set
            """, quoteCharacter = '\'')
    void infraUpKeepsToThePlaceThatItsStateIsOf(String variable, String state, String sentence) throws IOException {
        project.standInTerraform(ScriptProject.amongWarnings(
                state.equals("nothing")
                        ? "{}"
                        : ScriptProject.outputs(state.replace("emulator", ScriptProject.EMULATOR))));

        assertThat(project.run(variable + " scripts/infra.sh up").exitsWith(3))
                .contains(sentence)
                .doesNotContain("called apply");
        assertThat(project.root().resolve("pwned")).doesNotExist();
    }

    @Test
    void infraUpAppliesWithoutQuestions() throws IOException {
        project.standInTerraform("{}");

        assertThat(project.run("scripts/infra.sh up -var=project_name=mine").exitsWith(0))
                .contains("called apply -input=false -auto-approve -compact-warnings -var=project_name=mine");
    }

    @Test
    void infraDownGoesWhereTheStateIs() throws IOException {
        project.standInTerraform(ScriptProject.amongWarnings(ScriptProject.outputs(ScriptProject.EMULATOR)));

        assertThat(project.run("scripts/infra.sh down").exitsWith(0))
                .contains("called destroy -input=false -auto-approve -compact-warnings -var=endpoints="
                        + ScriptProject.EMULATOR);
    }

    @Test
    void infraDoesNothingWhereTheStateIsNotKnown() throws IOException {
        project.standInTerraform("no document");
        for (String command : List.of("up", "down")) {
            assertThat(project.run("scripts/infra.sh " + command).exitsWith(3))
                    .contains("printed no outputs document")
                    .doesNotContain("called apply", "called destroy");
        }

        project.standIn("terraform", "case \"$*\" in *' output '*) echo 'the state is locked' >&2; exit 1 ;; esac");
        assertThat(project.run("scripts/infra.sh up").exitsWith(3)).contains("exit code 1: the state is locked");
    }

    @Test
    void infraSaysThatTerraformIsMissing() {
        assertThat(project.run("TERRAFORM=nosuchform scripts/infra.sh up").exitsWith(3))
                .contains("cannot find nosuchform", "install Terraform");
        assertThat(project.run("scripts/infra.sh sideways").exitsWith(2)).contains("up, down and validate", "sideways");
    }

    @Test
    void preflightIsContentWithWhatTheSandboxNeeds() throws IOException {
        project.standIn("mvn", "echo 'Apache Maven 3.9.9'");
        project.standIn("terraform", "echo 'Terraform v1.4.7'");
        project.standIn(
                "aws", "echo 'Unable to locate credentials.' >&2; [ \"$1\" = --version ] && echo aws-cli/2.1.1");

        assertThat(project.run("scripts/preflight.sh").exitsWith(0))
                .contains("[ok]  JDK ", "[ok]  Maven 3.9.9", "[ok]  AWS CLI 2.1.1")
                .contains("[--]  Terraform is 1.4.7, and 1.5 or newer is needed")
                .contains("[--]  credentials: Unable to locate credentials: log in (aws sso login");
        assertThat(project.run("scripts/preflight.sh --aws").exitsWith(1))
                .contains("[!!]  Terraform is", "[!!]  credentials:");
        assertThat(project.run("scripts/preflight.sh --moon").exitsWith(2))
                .contains("expected --aws or nothing, not '--moon'");
    }

    @Test
    void preflightForAwsIsContentWithToolsAndCredentials() throws IOException {
        project.standIn("mvn", "echo 'Apache Maven 3.8.1'");
        project.standIn("terraform", "echo 'Terraform v1.5.0'");
        project.standIn(
                "aws", "[ \"$1\" = --version ] && echo aws-cli/2.1.1 || echo arn:aws:iam::123456789012:user/me");

        assertThat(project.run("scripts/preflight.sh --aws").exitsWith(0))
                .contains("[ok]  Terraform 1.5.0", "[ok]  credentials of arn:aws:iam::123456789012:user/me");
        assertThat(project.run("AWS_ENDPOINT_URL=http://127.0.0.1:1 scripts/preflight.sh --aws")
                        .exitsWith(1))
                .contains("AWS_ENDPOINT_URL is set");
    }

    @Test
    void preflightMissesAnOldMaven() throws IOException {
        project.standIn("mvn", "echo 'Apache Maven 3.6.3'");

        assertThat(project.run("scripts/preflight.sh").exitsWith(1))
                .contains("[!!]  Maven is 3.6.3, and 3.8 or newer is needed");
    }

    @Test
    void localstackUpWaitsUntilItIsHealthyAndPrintsHowTerraformReachesIt() throws IOException {
        project.standIn("docker", """
                case $1 in
                  inspect) [ -e "$0.up" ] || exit 1; [ -e "$0.seen" ] && echo healthy || echo starting; touch "$0.seen" ;;
                  run) echo "docker $*" >&2; touch "$0.up" ;;
                  stop) rm "$0.up" ;;
                esac""");

        assertThat(project.run("scripts/localstack.sh up").exitsWith(0))
                .contains("--publish 127.0.0.1:4566:4566", "localstack/localstack:4.14.0")
                .contains("LocalStack is up at http://localhost:4566", "export TF_VAR_endpoints=");
        assertThat(project.run("scripts/localstack.sh down").exitsWith(0)).contains("LocalStack is down");
        assertThat(project.run("scripts/localstack.sh down").exitsWith(0)).contains("LocalStack was not up");
    }

    @Test
    void localstackSaysThatDockerIsMissing() throws IOException {
        project.standIn("docker", "exit 1");

        assertThat(project.run("scripts/localstack.sh up").exitsWith(3)).contains("docker does not answer");
    }
}
