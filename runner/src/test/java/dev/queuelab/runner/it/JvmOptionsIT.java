package dev.queuelab.runner.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Options with which one Java virtual machine starts stop none of the children that it starts. */
@ExtendWith(SharedProject.class)
class JvmOptionsIT {
    private final Project project;

    @TempDir
    private Path temp;

    JvmOptionsIT(Project project) {
        this.project = project;
    }

    @ParameterizedTest
    @ValueSource(strings = {"JAVA_TOOL_OPTIONS", "JDK_JAVA_OPTIONS", "_JAVA_OPTIONS"})
    void childrenStart(String variable) throws IOException {
        String options =
                "-XX:+UseG1GC -Xms256m -agentlib:jdwp=transport=dt_socket,server=y,suspend=n,address=127.0.0.1:"
                        + freePort()
                        + " -Dcom.sun.management.jmxremote.host=127.0.0.1 -Dcom.sun.management.jmxremote.port="
                        + freePort() + " -Dcom.sun.management.jmxremote.authenticate=false"
                        + " -Dcom.sun.management.jmxremote.ssl=false";
        ProcessBuilder runner = new ProcessBuilder(
                        Project.java(), "-jar", project.jar("runner").toString(), "happy", "--count=1")
                .directory(temp.toFile());
        runner.environment().remove("GITHUB_STEP_SUMMARY");
        runner.environment().put(variable, options);

        assertThat(Program.start(runner).exitsWith(0)).contains("PASS happy");
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
