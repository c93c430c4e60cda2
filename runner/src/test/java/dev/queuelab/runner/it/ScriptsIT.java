package dev.queuelab.runner.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.queuelab.runner.settings.KnownSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What all scripts have in common, and those that call others. */
class ScriptsIT {
    private final ScriptProject project;

    ScriptsIT(@TempDir Path temp) throws IOException {
        project = ScriptProject.in(temp);
    }

    @Test
    void shellcheckFindsNothing() throws IOException {
        assumeTrue(
                project.run("command -v shellcheck").exitCode() == 0,
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
        Path elsewhere = Files.createDirectories(project.temp().resolve("elsewhere"));
        for (String folder : List.of("scripts", ".ci")) {
            Files.createDirectories(elsewhere.resolve(folder));
        }
        copyCi();
        Files.writeString(project.root().resolve(".env"), "export QUEUE_URL='from-dotenv'\n");
        project.standInTerraform("{}");
        project.standInJavaForTheProducer();
        project.standIn("make", "echo \"make $* in ${PWD##*/}\"");
        for (String tool : List.of("javac", "mvn", "shellcheck", "chromium", "node")) {
            project.standIn(tool, "exit 0");
        }

        assertThat(project.run("unset JAVA_HOME; export CDPATH='" + elsewhere
                                + "'; cd() { builtin cd \"$1\" && echo printed; };" + " export -f cd; " + command)
                        .exitsWith(0))
                .contains(sentence)
                .doesNotContain("elsewhere");
    }

    @Test
    void scriptsKnowEverySettingThatTheRunnerKnows() {
        String lines =
                KnownSettings.names().stream().map(name -> name + "=1\\n").collect(Collectors.joining());

        assertThat(project.run(". scripts/lib.sh; queue_lab_export \"$(printf '" + lines + "AWS_PROFILE=1')\"; env")
                        .exitsWith(0)
                        .lines())
                .as("queue_lab_is_setting in scripts/lib.sh lists the names that may be exported")
                .contains("AWS_PROFILE=1")
                .containsAll(
                        KnownSettings.names().stream().map(name -> name + "=1").toList());
    }

    @Test
    void makeStartsAJavaWithASpaceInItsPathAndHandsTmpdirOn() throws IOException {
        Files.copy(Project.scripts().resolveSibling("Makefile"), project.root().resolve("Makefile"));
        Path bin = Files.createDirectories(project.temp().resolve("a jdk/bin"));
        project.standIn("java", "printf '<%s>' \"$@\"");
        Files.move(project.tools().resolve("java"), bin.resolve("java"));

        String variables = "JAVA_HOME='" + bin.getParent() + "' TMPDIR='/a folder' ";
        assertThat(project.run(variables + "make -o dist list").exitsWith(0))
                .contains("<-XX:+UseSerialGC>", "<-Djava.io.tmpdir=/a folder>", "/dist/runner.jar><--list>");
        assertThat(project.run(variables + "JAVA_TOOL_OPTIONS=-XX:+UseG1GC make -o dist list")
                        .exitsWith(0))
                .contains("<--list>")
                .doesNotContain("<-XX:+UseSerialGC>");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            0 | 0 | make test with <http://localhost:4566>
            9 | 0 | make test with <http://localhost:4566>
            0 | 3 | WARNING: ../shared/emulators/emulators.sh could not start LocalStack
            """)
    void ciStartsLocalStackForTheTestsAndEndsIt(int ofTests, int ofStart, String sentence) throws IOException {
        Path emulators = Files.createDirectories(project.temp().resolve("shared/emulators"))
                .resolve("emulators.sh");
        project.standIn("emulators.sh", """
                echo "$*" >> "$0.log"
                case $1 in
                  up) mkdir -p "$EMULATORS_WORK" && touch "$EMULATORS_WORK/localstack.pid" && exec 2>&1
                    [ %1$s = 0 ] && printf 'warning: an old pip\\nhttp://localhost:4566\\n'; exit %1$s ;;
                esac""".formatted(ofStart));
        Files.move(project.tools().resolve("emulators.sh"), emulators);
        copyCi();
        for (String tool : List.of("javac", "mvn", "shellcheck", "chromium", "node", "java")) {
            project.standIn(tool, "exit 0");
        }
        project.standIn("make", "echo \"make $* with <$QUEUE_LAB_LOCALSTACK_URL>\"; exit " + ofTests);

        assertThat(project.run(".ci/run").exitsWith(ofTests)).contains(sentence);
        assertThat(emulators.resolveSibling("emulators.sh.log")).hasContent("up localstack\ndown localstack");
    }

    private void copyCi() throws IOException {
        Files.createDirectory(project.root().resolve(".ci"));
        Files.copy(
                Project.scripts().resolveSibling(".ci").resolve("run"),
                project.root().resolve(".ci").resolve("run"));
    }
}
