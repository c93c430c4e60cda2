package dev.queuelab.runner.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The script that builds the image of the consumer and pushes it. */
class ImageScriptIT {
    private final ScriptProject project;

    ImageScriptIT(@TempDir Path temp) throws IOException {
        project = ScriptProject.in(temp);
    }

    @Test
    void aDryRunPrintsEachStepAndCallsNobody() throws IOException {
        for (String tool : List.of("aws", "docker", "make")) {
            project.standIn(tool, "echo CALLED");
        }

        assertThat(project.run("scripts/build_and_push.sh --dry-run --region eu-west-1 --tag v1")
                        .exitsWith(0))
                .containsSubsequence(
                        " dist\n",
                        "+ docker build ",
                        "--tag ACCOUNT.dkr.ecr.eu-west-1.amazonaws.com/sqs-demo-consumer:v1",
                        "+ aws ecr get-login-password --region eu-west-1 | docker login",
                        "+ docker push ACCOUNT.dkr.ecr.eu-west-1.amazonaws.com/sqs-demo-consumer:v1")
                .doesNotContain("CALLED");
    }

    @Test
    void theImageIsNamedAfterTheCommitAndPushed() throws IOException {
        project.standIn("aws", """
                case "$*" in
                  *get-caller-identity*) printf 'Warning: 1\\n123456789012\\n' ;;
                  *get-login-password*) echo secret ;;
                  *) echo "aws $*" ;;
                esac""");
        project.standIn("docker", "echo \"docker $*\"; case $1 in login) grep -c secret ;; esac");
        project.standIn("make", ":");
        project.run("git init -q . && git add -A && git -c user.name=n -c user.email=e commit -qm first")
                .exitsWith(0);
        String commit = project.run("git rev-parse --short=12 HEAD").exitsWith(0);
        String image = "123456789012.dkr.ecr.us-west-1.amazonaws.com/mine:" + commit;

        assertThat(project.run("AWS_REGION=us-west-1 scripts/build_and_push.sh --repository mine")
                        .exitsWith(0))
                .containsSubsequence(
                        "docker build --file",
                        "consumer/Dockerfile --tag " + image,
                        "docker login --username AWS --password-stdin 123456789012.dkr.ecr.us-west-1.amazonaws.com\n1",
                        "docker push " + image,
                        "Pushed " + image);

        project.run("echo more >> scripts/lib.sh").exitsWith(0);
        assertThat(project.run("scripts/build_and_push.sh --region us-west-1 --dry-run")
                        .exitsWith(0))
                .contains(":" + commit + "-dirty");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            --tag v1                                   | no region
            --region us-west-1 --tag a/b               | --tag is 'a/b'
            --region us-west-1 --tag v --repository A  | --repository is 'A'
            --region us-west-1                         | there is no commit
            --region                                   | --region needs a value
            --rgion us-west-1                          | Unknown option '--rgion'
            """)
    void buildAndPushRefuses(String arguments, String sentence) {
        assertThat(project.run("unset AWS_REGION; scripts/build_and_push.sh " + arguments)
                        .exitsWith(2))
                .contains(sentence);
    }

    @Test
    void buildAndPushSaysThatTheRepositoryIsMissing() throws IOException {
        project.standIn("aws", "case $1 in sts) echo 123456789012 ;; *) exit 254 ;; esac");

        assertThat(project.run("scripts/build_and_push.sh --region us-west-1 --tag v1")
                        .exitsWith(3))
                .contains("aws ecr create-repository --region us-west-1 --repository-name sqs-demo-consumer");
    }
}
