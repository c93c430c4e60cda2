package dev.queuelab.runner.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** An adapter of a real library, installed from its lock file and played. */
@ExtendWith(SharedProject.class)
class AdapterIT {
    private static final Path ADAPTER =
            Project.scripts().resolveSibling("conformance").resolve("sqs-consumer/run");

    private final Project project;
    private final Path temp;

    AdapterIT(Project project, @TempDir Path temp) {
        this.project = project;
        this.temp = temp;
    }

    /** Without npm or a registry it cannot be installed, and is skipped. */
    @Test
    void isInstalledByItsRunScriptAndJudgedByItsCallsAndEffects() {
        ForeignConsumer.requireNode();
        try (Program install = project.shell("'" + ADAPTER + "' --install")) {
            assumeThat(install.exitCode())
                    .as("npm installs what the lock file names; it printed: %s", install.output())
                    .isZero();
        }
        try (Program played = project.runner(
                temp,
                "conformance",
                "--visibility-timeout=30", // for machines that are busy
                "--consumer-cmd='" + ADAPTER + "' --hardened",
                "--json=results.json",
                "happy")) {
            assertThat(played.exitsWith(0)).containsPattern("\nhappy +held +6 +0 +1\n");
        }
    }
}
