package dev.queuelab.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class TemporaryFolderTest {
    @Test
    void theVariableCountsUnlessJavaWasGivenAFolder() {
        assertThat(TemporaryFolder.choose("/tmp", "/scratch")).isEqualTo(Path.of("/scratch"));
        assertThat(TemporaryFolder.choose("/given", "/scratch")).isEqualTo(Path.of("/given"));
        assertThat(TemporaryFolder.choose("/tmp", "")).isEqualTo(Path.of("/tmp"));
        assertThat(TemporaryFolder.choose("/tmp", null)).isEqualTo(Path.of("/tmp"));
    }
}
