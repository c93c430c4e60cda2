package dev.queuelab.junit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConformanceProcessTest {
    private static final String CLASS = "StandIn.class";

    @TempDir
    private Path folder;

    @BeforeEach
    void putAStandInWhereTheRunnerIs() throws IOException {
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        manifest.getMainAttributes().put(Attributes.Name.MAIN_CLASS, StandIn.class.getName());
        try (JarOutputStream jar = new JarOutputStream(Files.newOutputStream(folder.resolve("runner.jar")), manifest);
                InputStream standIn = Objects.requireNonNull(StandIn.class.getResourceAsStream(CLASS))) {
            jar.putNextEntry(new JarEntry("dev/queuelab/junit/" + CLASS));
            standIn.transferTo(jar);
        }
    }

    @Test
    void oneThatFailsIsQuotedAndItsExitCodeNamed() {
        assertThatThrownBy(() -> play("fails"))
                .isInstanceOf(QueueLabException.class)
                .hasMessageContainingAll("exit code 5", "console.txt", "there is no such thing");
    }

    @Test
    void anInterruptionEndsIt() {
        Thread.currentThread().interrupt();

        assertThatThrownBy(() -> play("waits"))
                .isInstanceOf(QueueLabException.class)
                .hasMessageContaining("interrupted");

        assertThat(Thread.interrupted()).isTrue();
        assertThat(ProcessHandle.current().children()).noneMatch(ProcessHandle::isAlive);
    }

    private List<CaseResult> play(String argument) {
        return ConformanceProcess.play(new Dist(folder), List.of(argument), folder);
    }
}
