package dev.queuelab.runner.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.queuelab.runner.settings.KnownSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The shell scripts, in a project's folder of their own, with stand-ins for the programs that they call. */
class ScriptsIT {
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

    private static final String EMULATOR = "{\"dynamodb\":\"http://127.0.0.1:2\",\"sqs\":\"http://127.0.0.1:1\"}";

    /** What newer versions of Terraform, and wrappers, print beside the output. */
    private static final String WARNING = """
            Warning: a provider is deprecated

            Run `touch pwned` or $(touch pwned); QUEUE_URL=http://127.0.0.1/from-a-warning
            {"queue_url": unquoted}
            """;

    @TempDir
    private Path temp;

    private Path root = Path.of("");
    private Path tools = Path.of("");

    @BeforeEach
    void layOut() throws IOException {
        root = Files.createDirectory(temp.resolve("project with space"));
        Files.createDirectory(root.resolve("dist"));
        link(Project.scripts().resolveSibling("dist").resolve("runner.jar"), root.resolve("dist/runner.jar"));
        Files.createFile(root.resolve("dist/producer.jar"));
        tools = Files.createDirectory(temp.resolve("tools"));
        Files.createDirectory(root.resolve("terraform"));
        Files.createDirectory(root.resolve("scripts"));
        try (Stream<Path> scripts = Files.list(Project.scripts())) {
            for (Path script : scripts.toList()) {
                Files.copy(script, root.resolve("scripts").resolve(script.getFileName()));
            }
        }
    }

    @Test
    void shellcheckFindsNothing() throws IOException {
        assumeTrue(
                run("command -v shellcheck").exitCode() == 0,
                "needs shellcheck, of the Debian package of that name, on the PATH");
        try (Stream<Path> scripts = Files.list(Project.scripts())) {
            List<String> names = scripts.map(Path::toString).sorted().toList();
            assertThat(names).hasSizeGreaterThan(5);
            List<String> command = new ArrayList<>(List.of("shellcheck", "-x"));
            command.addAll(names);
            command.add(Project.scripts().resolveSibling(".ci").resolve("run").toString());
            Program.start(new ProcessBuilder(command)
                            .directory(Project.scripts().resolve("..").toFile()))
                    .exitsWith(0);
        }
    }

    // all scripts

    /** CDPATH leads to a folder with the same names in it, and cd prints and goes elsewhere: a shell may export both. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            scripts/infra.sh up                                        | apply
            scripts/run_producer.sh                                    | /project with space/dist/producer.jar>
            scripts/build_and_push.sh --region r-1 --tag v --dry-run   | /project with space --no-print-directory dist
            . scripts/set_env.sh                                       | from-dotenv
            .ci/run                                                    | make test in project with space
            """)
    void findTheirFolderWhateverTheShellDoesToCd(String command, String sentence) throws IOException {
        Path elsewhere = Files.createDirectories(temp.resolve("elsewhere"));
        for (String folder : List.of("scripts", ".ci")) {
            Files.createDirectories(elsewhere.resolve(folder));
        }
        copyCi();
        Files.writeString(root.resolve(".env"), "export QUEUE_URL='from-dotenv'\n");
        standInTerraform("{}");
        standInJavaForTheProducer();
        standIn("make", "echo \"make $* in ${PWD##*/}\"");
        for (String tool : List.of("javac", "mvn", "shellcheck", "chromium", "node")) {
            standIn(tool, "exit 0");
        }

        assertThat(run("unset JAVA_HOME; export CDPATH='" + elsewhere
                                + "'; cd() { builtin cd \"$1\" && echo printed; };" + " export -f cd; " + command)
                        .exitsWith(0))
                .contains(sentence)
                .doesNotContain("elsewhere");
    }

    // .ci/run

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            0 | 0 | make test with <http://localhost:4566>
            9 | 0 | make test with <http://localhost:4566>
            0 | 3 | WARNING: ../shared/emulators/emulators.sh could not start LocalStack
            """)
    void ciStartsLocalStackForTheTestsAndEndsIt(int ofTests, int ofStart, String sentence) throws IOException {
        Path emulators =
                Files.createDirectories(temp.resolve("shared/emulators")).resolve("emulators.sh");
        standIn("emulators.sh", """
                echo "$*" >> "$0.log"
                case $1 in
                  up) mkdir -p "$EMULATORS_WORK" && touch "$EMULATORS_WORK/localstack.pid" && exec 2>&1
                    [ %1$s = 0 ] && printf 'warning: an old pip\\nhttp://localhost:4566\\n'; exit %1$s ;;
                esac""".formatted(ofStart));
        Files.move(tools.resolve("emulators.sh"), emulators);
        copyCi();
        for (String tool : List.of("javac", "mvn", "shellcheck", "chromium", "node", "java")) {
            standIn(tool, "exit 0");
        }
        standIn("make", "echo \"make $* with <$QUEUE_LAB_LOCALSTACK_URL>\"; exit " + ofTests);

        assertThat(run(".ci/run").exitsWith(ofTests)).contains(sentence);
        assertThat(emulators.resolveSibling("emulators.sh.log")).hasContent("up localstack\ndown localstack");
    }

    private void copyCi() throws IOException {
        Files.createDirectory(root.resolve(".ci"));
        Files.copy(
                Project.scripts().resolveSibling(".ci").resolve("run"),
                root.resolve(".ci").resolve("run"));
    }

    // Makefile

    @Test
    void makeStartsAJavaWithASpaceInItsPathAndHandsTmpdirOn() throws IOException {
        Files.copy(Project.scripts().resolveSibling("Makefile"), root.resolve("Makefile"));
        Path bin = Files.createDirectories(temp.resolve("a jdk/bin"));
        standIn("java", "printf '<%s>' \"$@\"");
        Files.move(tools.resolve("java"), bin.resolve("java"));

        String variables = "JAVA_HOME='" + bin.getParent() + "' TMPDIR='/a folder' ";
        assertThat(run(variables + "make -o dist list").exitsWith(0))
                .contains("<-XX:+UseSerialGC>", "<-Djava.io.tmpdir=/a folder>", "<dist/runner.jar><--list>");
        assertThat(run(variables + "JAVA_TOOL_OPTIONS=-XX:+UseG1GC make -o dist list")
                        .exitsWith(0))
                .contains("<--list>")
                .doesNotContain("<-XX:+UseSerialGC>");
    }

    // set_env.sh

    @ParameterizedTest
    @ValueSource(
            strings = {
                "export QUEUE_URL='from-dotenv'\nexport AWS_REGION='us-west-1'",
                "QUEUE_URL=from-dotenv # a comment\nAWS_REGION=\"us-west-1\"\n"
            })
    void setEnvExportsWhatDotEnvSetsAndForgetsAnEmulator(String dotEnv) throws IOException {
        Files.writeString(root.resolve(".env"), dotEnv);

        assertThat(run("export AWS_ENDPOINT_URL_SQS=http://127.0.0.1:1 AWS_ACCESS_KEY_ID=queuelab;"
                                + " . scripts/set_env.sh && env")
                        .exitsWith(0))
                .containsSubsequence("QUEUE_URL=from-dotenv", "QUEUE_URL=from-dotenv")
                .contains("AWS_REGION=us-west-1")
                .doesNotContain("AWS_ENDPOINT_URL_SQS=", "AWS_ACCESS_KEY_ID=");
    }

    @Test
    void setEnvAndRunProducerRefuseADotEnvThatIsNotUnderstood() throws IOException {
        Files.writeString(
                root.resolve(".env"), "AWS_REGION=x\nQUEUE_URL = x\nQUEUE_URL=`touch pwned`\nPATH=/nowhere\n");

        assertThat(run("QUEUE_URL=earlier; . scripts/set_env.sh; echo \"status $? $QUEUE_URL\"")
                        .exitsWith(0))
                .contains("/.env, line 2: ", "/.env, line 3: ", "/.env, line 4: ", "status 2 earlier");
        assertThat(run("scripts/run_producer.sh").exitsWith(2)).contains("/.env, line 2: ");
        assertThat(root.resolve("pwned")).doesNotExist();
    }

    @Test
    void setEnvSaysThatDotEnvSetsNoQueue() throws IOException {
        Files.writeString(root.resolve(".env"), "AWS_REGION=us-west-1\n");

        assertThat(run("export QUEUE_URL=earlier; . scripts/set_env.sh; echo \"status $? $QUEUE_URL\"")
                        .exitsWith(0))
                .contains("sets no QUEUE_URL", "status 2 earlier");
    }

    @Test
    void setEnvTakesTerraformsOutputsWhereThereIsNoDotEnv() throws IOException {
        standInTerraform(amongWarnings(OUTPUTS.formatted("null")));

        assertThat(run(". scripts/set_env.sh && env").exitsWith(0))
                .contains("QUEUE_URL=https://sqs.us-west-1.amazonaws.com/123456789012/from-terraform")
                .contains("AWS_REGION=us-west-1")
                .doesNotContain("from-a-warning");
        assertThat(root.resolve("pwned")).doesNotExist();
    }

    @Test
    void setEnvTakesLinesOfKnownNamesOnly() throws IOException {
        standIn("java", """
                echo 'OpenJDK warning: `touch pwned`'
                echo PATH=/nowhere
                echo 'x; touch pwned; QUEUE_URL=y'
                echo QUEUE_URL
                echo 'QUEUE_URL=it is $(touch pwned) `touch pwned` "here'
                """);

        assertThat(run("unset JAVA_HOME; . scripts/set_env.sh; echo \"<$QUEUE_URL> $PATH\"")
                        .exitsWith(0))
                .contains("<it is $(touch pwned) `touch pwned` \"here> " + tools);
        assertThat(root.resolve("pwned")).doesNotExist();
    }

    @Test
    void scriptsKnowEverySettingThatTheRunnerKnows() {
        String lines =
                KnownSettings.names().stream().map(name -> name + "=1\\n").collect(Collectors.joining());

        assertThat(run(". scripts/lib.sh; queue_lab_export \"$(printf '" + lines + "AWS_PROFILE=1')\"; env")
                        .exitsWith(0)
                        .lines())
                .as("queue_lab_is_setting in scripts/lib.sh lists the names that may be exported")
                .contains("AWS_PROFILE=1")
                .containsAll(
                        KnownSettings.names().stream().map(name -> name + "=1").toList());
    }

    @Test
    void setEnvSaysThatTheRunnerIsMissing() throws IOException {
        Files.delete(root.resolve("dist/runner.jar"));

        assertThat(run(". scripts/set_env.sh").exitsWith(4))
                .contains("dist/runner.jar is missing: make dist builds it");
    }

    @Test
    void setEnvRefusesToBeExecuted() {
        assertThat(run("scripts/set_env.sh").exitsWith(2)).contains("must be sourced");
        assertThat(run("bash scripts/set_env.sh").exitsWith(2)).contains("must be sourced");
    }

    @Test
    void setEnvSaysWhatMakesSettingsAndLeavesTheShellAlive() throws IOException {
        standIn("terraform", "exit 1");

        assertThat(run(". scripts/set_env.sh; echo \"status $?\"; compgen -v | grep '^_queue_lab'")
                        .exitsWith(1))
                .contains("There is no .env", "exit code 1", "make infra-up", "status 3")
                .doesNotContain("_queue_lab");
    }

    // run_producer.sh

    @Test
    void runProducerPassesSettingsAndFlagsOn() throws IOException {
        standInJavaForTheProducer();
        standInTerraform(amongWarnings(OUTPUTS.formatted("null")));

        assertThat(run("unset JAVA_HOME; scripts/run_producer.sh --n 3 --run-id 'two words'")
                        .exitsWith(0))
                .contains("from-terraform", "<--n><3><--run-id><two words>");

        Files.writeString(root.resolve(".env"), "QUEUE_URL=from-dotenv\n");
        assertThat(run("unset JAVA_HOME; scripts/run_producer.sh").exitsWith(0)).contains("QUEUE_URL=from-dotenv");
        assertThat(root.resolve("pwned")).doesNotExist();
    }

    @Test
    void runProducerLeavesItToTheProducerWhereThereAreNoSettings() throws IOException {
        standInJavaForTheProducer();
        standInTerraform("{}");

        assertThat(run("unset JAVA_HOME; scripts/run_producer.sh --queue-url http://q")
                        .exitsWith(0))
                .contains("<--queue-url><http://q>");
    }

    @Test
    void runProducerBuildsWhatIsMissing() throws IOException {
        Files.delete(root.resolve("dist/producer.jar"));
        standIn("make", "echo \"make $*\"; exit 9");

        assertThat(run("scripts/run_producer.sh").exitsWith(9)).contains("--no-print-directory dist");
    }

    /** The runner is real, and the producer prints what it is given. */
    private void standInJavaForTheProducer() throws IOException {
        standIn("java", """
                case "$*" in
                  *runner.jar*) exec '%s' "$@" ;;
                  *) echo "QUEUE_URL=$QUEUE_URL"; printf '<%%s>' "$@" ;;
                esac""".formatted(Project.java()));
    }

    // infra.sh

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ''                                         | emulator | on an emulator
            TF_VAR_endpoints={}                        | null     | on AWS, and endpoints are given
            AWS_ENDPOINT_URL_SQS=http://127.0.0.1:1    | nothing  | AWS_ENDPOINT_URL_SQS is set
            """, quoteCharacter = '\'')
    void infraUpKeepsToThePlaceThatItsStateIsOf(String variable, String state, String sentence) throws IOException {
        standInTerraform(
                amongWarnings(state.equals("nothing") ? "{}" : OUTPUTS.formatted(state.replace("emulator", EMULATOR))));

        assertThat(run(variable + " scripts/infra.sh up").exitsWith(3))
                .contains(sentence)
                .doesNotContain("called apply");
        assertThat(root.resolve("pwned")).doesNotExist();
    }

    @Test
    void infraUpAppliesWithoutQuestions() throws IOException {
        standInTerraform("{}");

        assertThat(run("scripts/infra.sh up -var=project_name=mine").exitsWith(0))
                .contains("called apply -input=false -auto-approve -compact-warnings -var=project_name=mine");
    }

    @Test
    void infraDownGoesWhereTheStateIs() throws IOException {
        standInTerraform(amongWarnings(OUTPUTS.formatted(EMULATOR)));

        assertThat(run("scripts/infra.sh down").exitsWith(0))
                .contains("called destroy -input=false -auto-approve -compact-warnings -var=endpoints=" + EMULATOR);
    }

    @Test
    void infraDoesNothingWhereTheStateIsNotKnown() throws IOException {
        standInTerraform("no document");
        for (String command : List.of("up", "down")) {
            assertThat(run("scripts/infra.sh " + command).exitsWith(3))
                    .contains("printed no outputs document")
                    .doesNotContain("called apply", "called destroy");
        }

        standIn("terraform", "case \"$*\" in *' output '*) echo 'the state is locked' >&2; exit 1 ;; esac");
        assertThat(run("scripts/infra.sh up").exitsWith(3)).contains("exit code 1: the state is locked");
    }

    @Test
    void infraSaysThatTerraformIsMissing() {
        assertThat(run("TERRAFORM=nosuchform scripts/infra.sh up").exitsWith(3))
                .contains("cannot find nosuchform", "install Terraform");
        assertThat(run("scripts/infra.sh sideways").exitsWith(2)).contains("up, down and validate", "sideways");
    }

    // preflight.sh

    @Test
    void preflightIsContentWithWhatTheSandboxNeeds() throws IOException {
        standIn("mvn", "echo 'Apache Maven 3.9.9'");
        standIn("terraform", "echo 'Terraform v1.4.7'");
        standIn("aws", "echo 'Unable to locate credentials.' >&2; [ \"$1\" = --version ] && echo aws-cli/2.1.1");

        assertThat(run("scripts/preflight.sh").exitsWith(0))
                .contains("[ok]  JDK ", "[ok]  Maven 3.9.9", "[ok]  AWS CLI 2.1.1")
                .contains("[--]  Terraform is 1.4.7, and 1.5 or newer is needed")
                .contains("[--]  credentials: Unable to locate credentials: log in (aws sso login");
        assertThat(run("scripts/preflight.sh --aws").exitsWith(1)).contains("[!!]  Terraform is", "[!!]  credentials:");
        assertThat(run("scripts/preflight.sh --moon").exitsWith(2)).contains("expected --aws or nothing, not '--moon'");
    }

    @Test
    void preflightForAwsIsContentWithToolsAndCredentials() throws IOException {
        standIn("mvn", "echo 'Apache Maven 3.8.1'");
        standIn("terraform", "echo 'Terraform v1.5.0'");
        standIn("aws", "[ \"$1\" = --version ] && echo aws-cli/2.1.1 || echo arn:aws:iam::123456789012:user/me");

        assertThat(run("scripts/preflight.sh --aws").exitsWith(0))
                .contains("[ok]  Terraform 1.5.0", "[ok]  credentials of arn:aws:iam::123456789012:user/me");
        assertThat(run("AWS_ENDPOINT_URL=http://127.0.0.1:1 scripts/preflight.sh --aws")
                        .exitsWith(1))
                .contains("AWS_ENDPOINT_URL is set");
    }

    @Test
    void preflightMissesAnOldMaven() throws IOException {
        standIn("mvn", "echo 'Apache Maven 3.6.3'");

        assertThat(run("scripts/preflight.sh").exitsWith(1))
                .contains("[!!]  Maven is 3.6.3, and 3.8 or newer is needed");
    }

    // build_and_push.sh

    @Test
    void aDryRunPrintsEachStepAndCallsNobody() throws IOException {
        for (String tool : List.of("aws", "docker", "make")) {
            standIn(tool, "echo CALLED");
        }

        assertThat(run("scripts/build_and_push.sh --dry-run --region eu-west-1 --tag v1")
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
        standIn("aws", """
                case "$*" in
                  *get-caller-identity*) printf 'Warning: 1\\n123456789012\\n' ;;
                  *get-login-password*) echo secret ;;
                  *) echo "aws $*" ;;
                esac""");
        standIn("docker", "echo \"docker $*\"; case $1 in login) grep -c secret ;; esac");
        standIn("make", ":");
        run("git init -q . && git add -A && git -c user.name=n -c user.email=e commit -qm first")
                .exitsWith(0);
        String commit = run("git rev-parse --short=12 HEAD").exitsWith(0);
        String image = "123456789012.dkr.ecr.us-west-1.amazonaws.com/mine:" + commit;

        assertThat(run("AWS_REGION=us-west-1 scripts/build_and_push.sh --repository mine")
                        .exitsWith(0))
                .containsSubsequence(
                        "docker build --file",
                        "consumer/Dockerfile --tag " + image,
                        "docker login --username AWS --password-stdin 123456789012.dkr.ecr.us-west-1.amazonaws.com\n1",
                        "docker push " + image,
                        "Pushed " + image);

        run("echo more >> scripts/lib.sh").exitsWith(0);
        assertThat(run("scripts/build_and_push.sh --region us-west-1 --dry-run").exitsWith(0))
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
        assertThat(run("unset AWS_REGION; scripts/build_and_push.sh " + arguments)
                        .exitsWith(2))
                .contains(sentence);
    }

    @Test
    void buildAndPushSaysThatTheRepositoryIsMissing() throws IOException {
        standIn("aws", "case $1 in sts) echo 123456789012 ;; *) exit 254 ;; esac");

        assertThat(run("scripts/build_and_push.sh --region us-west-1 --tag v1").exitsWith(3))
                .contains("aws ecr create-repository --region us-west-1 --repository-name sqs-demo-consumer");
    }

    // localstack.sh

    @Test
    void localstackUpWaitsUntilItIsHealthyAndPrintsHowTerraformReachesIt() throws IOException {
        standIn("docker", """
                case $1 in
                  inspect) [ -e "$0.up" ] || exit 1; [ -e "$0.seen" ] && echo healthy || echo starting; touch "$0.seen" ;;
                  run) echo "docker $*" >&2; touch "$0.up" ;;
                  stop) rm "$0.up" ;;
                esac""");

        assertThat(run("scripts/localstack.sh up").exitsWith(0))
                .contains("--publish 127.0.0.1:4566:4566", "localstack/localstack:4.14.0")
                .contains("LocalStack is up at http://localhost:4566", "export TF_VAR_endpoints=");
        assertThat(run("scripts/localstack.sh down").exitsWith(0)).contains("LocalStack is down");
        assertThat(run("scripts/localstack.sh down").exitsWith(0)).contains("LocalStack was not up");
    }

    @Test
    void localstackSaysThatDockerIsMissing() throws IOException {
        standIn("docker", "exit 1");

        assertThat(run("scripts/localstack.sh up").exitsWith(3)).contains("docker does not answer");
    }

    private static String amongWarnings(String outputs) {
        return WARNING + outputs + "\n" + WARNING;
    }

    /** A Terraform that prints this as its outputs, and else which command it was called with. */
    private void standInTerraform(String outputs) throws IOException {
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

    private void standIn(String name, String script) throws IOException {
        Path file = Files.writeString(tools.resolve(name), "#!/usr/bin/env bash\n" + script + "\n");
        assertThat(file.toFile().setExecutable(true)).isTrue();
    }

    /** A line of bash in the project's folder, with the stand-ins first on its PATH. */
    private Program run(String line) {
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
}
