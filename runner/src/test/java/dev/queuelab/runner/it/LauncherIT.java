package dev.queuelab.runner.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The script in {@code dist/} that starts the runner. */
class LauncherIT {
    private static final String LAUNCHER = "\"$PWD/dist/queue-lab\"";

    private final ScriptProject project;

    LauncherIT(@TempDir Path temp) throws IOException {
        project = ScriptProject.in(temp);
        project.standIn("java", "printf '<%s>' \"$@\"");
    }

    @Test
    void startsTheRunnerBesideItFromAnyFolderAndByALink() {
        String output = project.run(
                        "ln -s " + LAUNCHER + " \"$PWD/ql\"; link=$PWD/ql; cd /; JAVA=java \"$link\" happy '--seed= 1'")
                .exitsWith(0);

        assertThat(output)
                .contains(
                        "<-XX:SharedArchiveFile=" + project.root() + "/dist/cds/runner.jsa>",
                        "<-jar><" + project.root() + "/dist/runner.jar><happy><--seed= 1>");
    }

    @Test
    void choosesACollectorUnlessTheUserMay() {
        assertThat(project.run("JAVA=java " + LAUNCHER).exitsWith(0)).contains("<-XX:+UseSerialGC>");
        assertThat(project.run("JAVA=java JDK_JAVA_OPTIONS=-Dx=1 " + LAUNCHER).exitsWith(0))
                .doesNotContain("UseSerialGC");
    }

    @Test
    void saysThatThereIsNoJava() {
        assertThat(project.run("JAVA=/nowhere/java " + LAUNCHER).exitsWith(3))
                .contains(
                        "there is no program '/nowhere/java': expected a JDK 17 or later on the PATH, or at JAVA_HOME");
    }

    @Test
    void runsTheRealOne() {
        assertThat(project.run("JAVA='" + Project.java() + "' " + LAUNCHER + " --version")
                        .exitsWith(0))
                .contains("Queue Lab ");
    }
}
