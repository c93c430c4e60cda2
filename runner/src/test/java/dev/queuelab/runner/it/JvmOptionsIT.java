package dev.queuelab.runner.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Options with which one Java virtual machine starts stop none of the children that it starts. */
@ExtendWith(SharedProject.class)
class JvmOptionsIT {
    private final Project project;

    @TempDir
    private Path temp;

    JvmOptionsIT(Project project) {
        this.project = project;
    }

    @Test
    void childrenStart() throws IOException {
        Map<String, String> options = Map.of(
                "JAVA_TOOL_OPTIONS",
                "-Xms256m -agentlib:jdwp=transport=dt_socket,server=y,suspend=n,address=127.0.0.1:" + freePort(),
                "JDK_JAVA_OPTIONS",
                "-Dcom.sun.management.jmxremote.host=127.0.0.1 -Dcom.sun.management.jmxremote.port=" + freePort()
                        + " -Dcom.sun.management.jmxremote.authenticate=false"
                        + " -Dcom.sun.management.jmxremote.ssl=false",
                "_JAVA_OPTIONS",
                "-XX:+UseG1GC");
        ProcessBuilder runner = new ProcessBuilder(
                        Project.java(), "-jar", project.jar("runner").toString(), "happy", "--count=1")
                .directory(temp.toFile());
        runner.environment().remove("GITHUB_STEP_SUMMARY");
        runner.environment().putAll(options);

        assertThat(Program.start(runner).exitsWith(0)).contains("PASS happy");
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
